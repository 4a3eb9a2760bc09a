import { CallbackMoveSchema } from '#shared/callbacks';
import { RatingSchema } from '#shared/requests';

import type { AppContext } from '../context.ts';
import type { StoredCallback } from '../db/callbacks.ts';
import { fromForm, type FormFields } from '../input/body.ts';
import { invalidField, parseInput } from '../input/input.ts';
import type { Notice } from '../pages/private-session.ts';
import { denyCall, rateCall } from './call-life.ts';
import { cancelCall, moveCall, notOpen } from './callbacks.ts';

/** Does what a form of a call's private page asks for; answers what the next view says about it. */
export async function doWithCall(
	c: AppContext,
	action: string | undefined,
	form: FormFields,
	callback: StoredCallback,
): Promise<Notice | undefined> {
	switch (action ?? '') {
		case 'move':
			await moveCall(c, callback, parseInput(CallbackMoveSchema, fromForm(form)));
			return 'moved';
		case 'cancel':
			// The API may be told twice; a person who still finds the button should hear why it does nothing.
			if (callback.state === 'cancelled') throw notOpen();
			await cancelCall(c, callback);
			return 'cancelled';
		case 'not-me':
			await denyCall(c, callback);
			return 'denied';
		case 'call-rating':
			await rateCall(c, callback, parseInput(RatingSchema, fromForm(form)));
			return undefined;
		default:
			throw invalidField('action', 'UNKNOWN_OPTION');
	}
}
