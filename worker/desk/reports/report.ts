import type { JSX } from 'hono/jsx/jsx-runtime';

import { locales, type Locale } from '#config/locales';

import type { AppContext } from '../../context.ts';
import type { View } from '../layout.tsx';
import type { Words } from '../words.ts';
import type { Period } from './period.ts';

/** Fewer than this say more about chance than about the work. */
export const fewest = 5;
/** Rows that a chart shows; its table has all of them. */
export const mostRows = 10;

export function formatNumber(locale: Locale, value: number, digits = 0): string {
	return new Intl.NumberFormat(locales[locale].lang, { maximumFractionDigits: digits }).format(value);
}

export function formatShare(locale: Locale, share: number): string {
	return new Intl.NumberFormat(locales[locale].lang, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** Minutes of a number of milliseconds, as a table holds them: one digit is more than anybody can use. */
export function toMinutes(ms: number | null): number | null {
	return ms === null ? null : Math.round(ms / 6000) / 10;
}

/** One report: what it shows of a period, to whom. */
export interface Report {
	id: string;
	/** Whether those who write articles read it, too. */
	isFeedback: boolean;
	title: keyof Words;
	open: (c: AppContext, period: Period, view: View) => Promise<Opened>;
}

export interface Opened {
	/** Of when it is, in epoch milliseconds. */
	asOf: number;
	/** What can be said of it in one or two sentences. */
	finding: string;
	/** Missing where there is too little to draw. */
	chart: JSX.Element | null;
	table: Table;
}

export interface Table {
	columns: Column[];
	rows: Cell[][];
}

export interface Column {
	/** Name in exports: they are read by machines, in any language. */
	id: string;
	label: string;
	/** How a page writes a value of it. */
	show?: (value: Cell) => string;
}

export type Cell = string | number | null;
