import type { CallbackView } from '#shared/callbacks';

/** What a page says about who calls: nobody, us with words, us without (they have run out, or another browser has them). */
export function callerOf({ state, proof }: Pick<CallbackView, 'state' | 'proof'>): 'words' | 'over' | 'elsewhere' | 'nobody' {
	if (proof.words) return 'words';
	if (state !== 'calling') return 'nobody';
	return proof.isHere ? 'over' : 'elsewhere';
}

/** What comes after a call that reached nobody: another one, a choice of its time, or nothing. */
export function afterMissed({ state, isOver, attempts }: Pick<CallbackView, 'state' | 'isOver' | 'attempts'>): AfterMissed {
	if (state === 'offered') return attempts > 0 ? 'choose' : 'sorry';
	if (state !== 'missed') return 'none';
	return isOver ? 'given-up' : 'again';
}

/** `sorry`: nobody was called, and the time is gone. */
type AfterMissed = 'again' | 'choose' | 'sorry' | 'given-up' | 'none';
