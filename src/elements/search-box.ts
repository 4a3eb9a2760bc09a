import { isLocale, type Locale } from '#config/locales';
import { mostResults, needsOther, searchPath, searchView, type Asked } from '#shared/search-view';

import type { SearchResults } from '../search/index.ts';
import { siteSearch } from '../search/site.ts';
import { checkSecret, cutFound, loadGuard } from './guard.ts';
import './help-open.ts';
import { rememberSearch } from './recent-searches.ts';
import { ask, askElsewhere } from './search-answer.ts';
import { SearchForm } from './search-form.ts';
import { moveFocus } from './search-keys.ts';
import { reportMiss } from './search-misses.ts';
import { SearchPanel } from './search-panel.ts';
import { RecentBlock } from './search-recent.ts';
import { SearchSpeech } from './search-speech.ts';
import { SearchWatch } from './search-watch.ts';

/** In milliseconds. Searching is quick and happens on this device; "Searching…" is only worth showing when it takes long. */
const wait = { search: 25, loading: 200 };

/**
 * What the search box does once somebody turns to it: a combobox whose popup is a list of links, or, on the results page, the
 * list itself. Nothing typed leaves the page before the secret guard has seen it.
 */
export class SearchBox {
	readonly #host: HTMLElement;
	readonly #form: SearchForm;
	readonly #panel: SearchPanel;
	readonly #speech: SearchSpeech;
	readonly #recent: RecentBlock | undefined;
	readonly #watch = new SearchWatch((miss) => void reportMiss({ locale: this.#locale, ...miss }));
	#timer = 0;
	#run = 0;
	#hasFailed = false;
	/** The search whose answer is shown. */
	#answered: Asked | undefined;

	constructor({ host, form, input, panel }: SearchParts, signal: AbortSignal) {
		[this.#host, this.#form, this.#panel] = [host, new SearchForm(form, input), new SearchPanel(panel)];
		this.#speech = new SearchSpeech(host, signal);
		const recent = host.querySelector<HTMLElement>('[data-recent]');
		if (recent) this.#recent = new RecentBlock(recent, this.#searchFor, this.#removed);
		host.addEventListener('keydown', (event) => this.#keydown(event), { signal });
		host.addEventListener('focusout', (event) => this.#leave(event), { signal });
		for (const click of ['click', 'auxclick'] as const) panel.addEventListener(click, (event) => this.#follow(event), { signal });
		addEventListener('pagehide', () => this.#watch.leave(), { signal });
		document.addEventListener('visibilitychange', () => document.hidden && this.#watch.leave(), { signal });
		signal.addEventListener('abort', () => clearTimeout(this.#timer));
		if (this.#isPage) this.#restore();
	}

	/** The box has the focus. */
	focus(): void {
		// A failed preload shows itself at the first search.
		Promise.all([siteSearch.preload(), loadGuard()]).catch(() => {});
		if (!this.#form.asked.query && this.#hasFocus) this.#start();
	}

	/** What stands in the box has changed. */
	type(): void {
		clearTimeout(this.#timer);
		this.#timer = window.setTimeout(() => void this.#search(), wait.search);
	}

	/** Another filter was chosen. */
	async filter(): Promise<void> {
		if (this.#form.asked.query) this.#keepAddress(await this.#search());
	}

	/** Enter, or the button: on to the results page. */
	async submit(): Promise<void> {
		const asked = await this.#search();
		if (!asked) return;
		if (!this.#watch.isMuted) await rememberSearch(asked.query);
		// Where the search here has failed, the server answers.
		if (this.#isPage && !this.#hasFailed) return this.#keepAddress(asked);
		// The results page goes on with it.
		this.#watch.moveOn();
		location.assign(searchPath(this.#locale, asked));
	}

	get #isPage(): boolean {
		return this.#host.dataset['variant'] === 'page';
	}

	get #hasFocus(): boolean {
		return this.#host.contains(document.activeElement);
	}

	get #locale(): Locale {
		const locale = this.#host.dataset['locale'];
		return isLocale(locale) ? locale : 'en';
	}

	/** The results page shares its address. The Worker has filled it in; where none has, `?q=` is searched for here. */
	#restore() {
		const asked = this.#form.asked;
		if (this.#panel.shows('results:empty')) {
			const words = asked.query ? '' : this.#form.takeOver(new URLSearchParams(location.search));
			if (words) this.#searchFor(words);
		} else if (asked.query) {
			this.#answered = asked;
			this.#watch.show(asked.query, this.#panel.shows('results:none') ? 0 : this.#panel.count);
			// To be told while the page is being left, a miss needs the word lists before.
			loadGuard().catch(() => {});
		}
	}

	readonly #searchFor = (query: string) => {
		this.#form.input.value = query;
		if (this.#hasFocus) this.#form.input.focus();
		void this.#search();
	};

	/** Searches what is typed now; resolves to it when it is safe to put into a URL, else to null. */
	async #search(): Promise<Asked | null> {
		clearTimeout(this.#timer);
		const asked = this.#form.asked;
		const run = ++this.#run;
		if (asked.query.length < 2) {
			this.#start();
			return asked.query ? asked : null;
		}
		const slow = setTimeout(() => run === this.#run && this.#panel.isEmpty && this.#show('loading'), wait.loading);
		const outcome = await ask(asked, this.#isPage ? mostResults.page : mostResults.box);
		clearTimeout(slow);
		this.#hasFailed = outcome.is === 'failed';
		const isStale = run !== this.#run;
		if (outcome.is === 'answer') {
			if (!isStale) this.#answer(asked, outcome.answer, run);
			return asked;
		}
		if (outcome.is === 'failed') {
			// What is listed already is better than an apology.
			if (!isStale && !(this.#isPage && !this.#panel.isEmpty)) this.#show('failed');
			return outcome.isHarmless ? asked : null;
		}
		if (!isStale) this.#refuse(outcome.is, asked.query);
		return null;
	}

	#answer(asked: Asked, answer: SearchResults, run: number) {
		const view = searchView(this.#locale, asked, answer);
		this.#answered = asked;
		this.#panel.list('results', view.results);
		this.#panel.list('other', []);
		this.#panel.show(view);
		this.#recent?.hide();
		this.#open(true);
		this.#watch.show(asked.query, view.state === 'none' ? 0 : answer.total);
		const said = this.#speech.words(view.state, view.results.length) ?? this.#panel.words;
		this.#speech.say(said);
		if (needsOther(answer)) void this.#addOther(asked, answer, run, said);
	}

	/** Adds what the other language has to say, below: nothing may move that somebody is about to choose. */
	async #addOther(asked: Asked, answer: SearchResults, run: number, said: string) {
		const other = await askElsewhere(this.#locale, asked.query);
		const view = searchView(this.#locale, asked, answer, other);
		if (run !== this.#run || view.others.length === 0) return;
		this.#panel.list('other', view.others);
		this.#panel.show(view);
		this.#speech.say(`${said} ${this.#panel.element.querySelector('[data-other-title]')?.textContent ?? ''}`);
	}

	#refuse(state: 'secret' | 'hash', query: string) {
		this.#watch.refuse();
		if (state === 'hash') this.#panel.offerExplorer(query);
		// What was searched before may have been the start of it.
		if (this.#isPage) history.replaceState(null, '', location.pathname);
		this.#show(state);
	}

	/** Nothing typed yet: what was searched for before. */
	#start() {
		this.#show('empty');
		if (this.#form.asked.query) return;
		this.#watch.reset();
		const count = this.#recent?.show() ?? 0;
		if (count === 0) return;
		this.#open(true);
		this.#speech.say(this.#speech.words('recent', count) ?? '');
	}

	readonly #removed = (left: number) => {
		if (left === 0) {
			this.#form.input.focus();
			this.#start();
		}
		this.#speech.say(this.#speech.words('removed') ?? '', 'now');
	};

	/** Shows one block instead of results. */
	#show(state: 'empty' | 'loading' | 'failed' | 'secret' | 'hash') {
		this.#answered = undefined;
		this.#panel.showOnly(state);
		this.#recent?.hide();
		this.#open(state !== 'empty');
		this.#speech.say(state === 'empty' ? '' : this.#panel.words, 'now');
	}

	/** An answer that comes after somebody has left opens nothing. */
	#open(isWanted: boolean) {
		if (this.#isPage) return;
		const isOpen = isWanted && this.#hasFocus;
		this.#panel.element.hidden = !isOpen;
		this.#form.input.setAttribute('aria-expanded', String(isOpen));
	}

	/** The results page keeps its search in its address, to be shared and come back to. */
	#keepAddress(asked: Asked | null | undefined) {
		if (this.#isPage && asked && !this.#hasFailed) history.replaceState(null, '', searchPath(this.#locale, asked));
	}

	/** Cuts out of the box what was refused. What is left is still not told to anybody: the watch stays muted. */
	async #remove() {
		const { input } = this.#form;
		const found = await checkSecret(input.value).catch(() => null);
		input.value = found ? (await cutFound(input.value, found)).trim() : '';
		input.focus();
		await this.#search();
		this.#speech.say(this.#speech.words('removed') ?? '', 'now');
	}

	/** A click in the panel. */
	#follow(event: MouseEvent) {
		if (event.target instanceof Element && event.target.closest('[data-cut]')) return void this.#remove();
		const link = event.target instanceof Element ? event.target.closest('a') : null;
		const asked = this.#answered;
		if (!link || !asked || event.button > 1) return;
		const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
		if (link.dataset['href'] === 'corrected' && isPlain) {
			event.preventDefault();
			this.#searchFor(link.textContent ?? '');
			return this.#keepAddress(this.#form.asked);
		}
		if (link.closest('[data-show="other:yes"]')) this.#watch.leave();
		else if (link.dataset['href']) this.#watch.moveOn();
		if (!link.closest('[data-list]')) return;
		if (!this.#watch.isMuted) void rememberSearch(asked.query);
		this.#watch.follow();
		this.#keepAddress(asked);
	}

	#keydown(event: KeyboardEvent) {
		// While a Chinese word is being composed the keys choose its characters.
		if (event.isComposing) return;
		const { element } = this.#panel;
		if (event.key === 'Escape' && !this.#isPage && !element.hidden) {
			event.preventDefault();
			this.#form.input.focus();
			this.#open(false);
		} else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
			const opens = event.target === this.#form.input && element.hidden;
			const stops = [this.#form.input, ...element.querySelectorAll<HTMLElement>('a, [data-again]')];
			if (opens) void this.#search();
			if (opens || moveFocus(stops, event.key)) event.preventDefault();
		}
	}

	#leave({ relatedTarget }: FocusEvent) {
		if (relatedTarget instanceof Node && this.#host.contains(relatedTarget)) return;
		// A click on the page closes the popup; one inside it keeps focus within. Results on a page are left with the page.
		this.#open(false);
		if (!this.#isPage) this.#watch.leave();
	}
}

/** The elements of a search box. */
export interface SearchParts {
	host: HTMLElement;
	form: HTMLFormElement;
	input: HTMLInputElement;
	panel: HTMLElement;
}
