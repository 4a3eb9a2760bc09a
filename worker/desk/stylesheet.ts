import { reportStyle } from './reports/style.ts';
import { calls } from './styles/calls.ts';
import { content } from './styles/content.ts';
import { forms } from './styles/forms.ts';
import { frame } from './styles/frame.ts';
import { hidden } from './styles/hidden.ts';
import { menu } from './styles/menu.ts';
import { parts } from './styles/parts.ts';
import { phones } from './styles/phones.ts';
import { queue } from './styles/queue.ts';
import { request } from './styles/request.ts';
import { tables } from './styles/tables.ts';
import { theme } from './styles/theme.ts';
import { wordsLife } from './styles/words-life.ts';

/**
 * The desk's own small stylesheet, served by the Worker: staff pages share nothing with the built site. Later parts go before earlier
 * ones.
 */
export const stylesheet = [
	theme,
	frame,
	queue,
	menu,
	content,
	tables,
	forms,
	request,
	parts,
	phones,
	calls,
	wordsLife,
	hidden,
	reportStyle,
].join('');
