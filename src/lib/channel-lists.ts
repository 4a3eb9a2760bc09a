import type { ChannelLists } from '#shared/verify/kinds';

import type { Locale } from '../config/locales.ts';
import { official } from '../config/official.ts';
import { formatDay } from '../i18n/index.ts';
import { contentDir } from './content-dir.ts';
import { readFakes } from './fakes.ts';

/** What `/verify/` compares with, in the words of one language. */
export function channelLists(locale: Locale): ChannelLists {
	return {
		official: official.map(({ since, purpose, ...channel }) => ({
			...channel,
			since: formatDay(new Date(since), locale),
			purpose: purpose[locale],
		})),
		fakes: readFakes(contentDir).map(({ kind, value, seen, source, note }) => ({
			kind,
			value,
			seen: formatDay(seen, locale),
			source: typeof source === 'string' ? source : source[locale],
			note: note[locale],
		})),
	};
}
