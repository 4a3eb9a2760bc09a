import type { PropsWithChildren } from 'hono/jsx';

import { locales, otherLocale, type Locale } from '#config/locales';
import { site } from '#config/site';
import * as limits from '#shared/limits';

import type { Alert } from '../db/alerts.ts';
import { Alerts } from './alerts.tsx';
import { Keys, type KeySet } from './keys.tsx';
import { mayOpen, type Role } from './roles.ts';
import { togetherWords } from './words/together.ts';
import { searchWords } from './words/search.ts';
import { words } from './words.ts';

const tabs = {
	requests: '/desk/',
	callbacks: '/desk/callbacks',
	votes: '/desk/votes',
	comments: '/desk/comments',
	searches: '/desk/searches/',
	reports: '/desk/reports/',
	outbox: '/desk/outbox/',
	routing: '/desk/routing/',
	switches: '/desk/switches',
	audit: '/desk/audit/',
} as const;

/** Frame of every desk page. */
export function Layout({ view, tab, keys, isLogin = false, children }: PropsWithChildren<LayoutProps>) {
	const { locale } = view;
	const t = words[locale];
	const together = togetherWords[locale];
	const other = otherLocale(locale);
	const title = [t.desk, site.brand[locale], ...(view.isDemonstration ? [t.demonstration] : [])];
	return (
		<html lang={locales[locale].lang}>
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="robots" content="noindex" />
				<meta name="color-scheme" content="light dark" />
				<title>{title.join(' · ')}</title>
				<link rel="icon" href="/favicon.svg" />
				<link rel="stylesheet" href="/desk/style.css" />
				{!isLogin && <script type="module" src="/_desk/desk.js" />}
			</head>
			<body>
				{view.isDemonstration && <p class="demonstration">{t.demonstration}</p>}
				<header>
					<p class="brand">
						{site.brand[locale]} · {t.desk}
					</p>
					{!isLogin && (
						<nav aria-label={t.desk}>
							{tabsOf(view).map(([id, path]) => (
								<a href={link(view, path)} aria-current={id === tab ? 'page' : undefined}>
									{t[id]}
									{id === 'requests' && <span class="count" data-new-work={together.newWork} hidden />}
								</a>
							))}
						</nav>
					)}
					{!isLogin && mayOpen(view.role, '/desk/') && <SearchBox view={view} />}
					<div class="tools">
						{!isLogin && (
							<button type="button" data-keys hidden>
								{together.keys}
							</button>
						)}
						<a href={link({ lang: other }, view.path, view.query)} lang={locales[other].lang} hreflang={locales[other].lang}>
							{locales[other].short}
						</a>
						{view.staff && view.role && (
							<span class="me">
								{view.staff} · {t[view.role]}
							</span>
						)}
						{!isLogin && view.canLogOut && (
							<form method="post" action="/desk/logout">
								<button type="submit">{t.logOut}</button>
							</form>
						)}
					</div>
				</header>
				{!isLogin && <Alerts view={view} />}
				<main>{children}</main>
				{!isLogin && <Keys view={view} of={keys} />}
			</body>
		</html>
	);
}

/** Tabs of the pages that somebody may open. */
function tabsOf({ role }: View): [keyof typeof tabs, string][] {
	const all = Object.entries(tabs) as [keyof typeof tabs, string][];
	return all.filter(([, path]) => mayOpen(role, path));
}

function SearchBox({ view }: { view: View }) {
	const t = searchWords[view.locale];
	return (
		<form role="search" method="get" action="/desk/" class="search">
			{view.lang && <input type="hidden" name="lang" value={view.lang} />}
			<input
				type="search"
				name="q"
				value={view.query['q'] ?? ''}
				maxlength={limits.length.query}
				aria-label={t.label}
				placeholder={t.placeholder}
			/>
			<button type="submit">{t.search}</button>
		</form>
	);
}

/** Path of a desk page in the language in use. */
export function link({ lang }: Pick<View, 'lang'>, path: string, query: Record<string, string> = {}): string {
	const search = new URLSearchParams({ ...query, ...(lang ? { lang } : {}) }).toString();
	return search ? `${path}?${search}` : path;
}

/** What every desk page knows about its visitor. */
export interface View {
	locale: Locale;
	/** `?lang=` as it stands in the address, to be carried along. */
	lang: Locale | undefined;
	path: string;
	/** What else stands in the address, kept when the language is changed. */
	query: Record<string, string>;
	/** The server's clock, in epoch milliseconds. */
	now: number;
	canLogOut: boolean;
	/** Who of the staff, and what they may do; nobody before the login. */
	staff: string | undefined;
	role: Role | undefined;
	/** What is wrong just now. */
	alerts: Alert[];
	isDemonstration: boolean;
}

interface LayoutProps {
	view: View;
	tab?: keyof typeof tabs | undefined;
	/** Which keys its help lists. */
	keys?: KeySet;
	isLogin?: boolean;
}
