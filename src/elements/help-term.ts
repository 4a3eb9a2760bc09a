const gap = 6;
const margin = 16;

/**
 * A word with an explanation. Without script it is a link to the glossary; with it, the link is a button that shows the
 * explanation beside the word: by tap, by key, and under the mouse (WCAG 2.2, 1.4.13: dismissible, hoverable, persistent).
 */
class HelpTerm extends HTMLElement {
	#word = document.createElement('a');
	#tip = document.createElement('span');
	#leaving = 0;
	#stop = new AbortController();

	connectedCallback() {
		const link = this.querySelector('a');
		if (!link) return;
		// Not a <button>: that is a box, around which lines of Chinese would break before a comma.
		this.#word = link;
		link.role = 'button';
		link.setAttribute('aria-expanded', 'false');
		// Filled when it opens, so that screen readers speak it then.
		this.#tip.role = 'status';
		this.append(this.#tip);
		const more = Object.assign(document.createElement('a'), { href: link.href, textContent: this.dataset['more'] ?? '' });
		this.#listen(more);
	}

	disconnectedCallback() {
		this.#stop.abort();
	}

	#listen(more: HTMLAnchorElement) {
		const { signal } = this.#stop;
		const isOpen = () => this.#word.getAttribute('aria-expanded') === 'true';
		this.#word.addEventListener(
			'click',
			(event) => {
				event.preventDefault();
				if (isOpen()) this.#close();
				else this.#open(more);
			},
			{ signal },
		);
		this.#word.addEventListener(
			'keydown',
			(event) => {
				if (event.key !== ' ') return;
				event.preventDefault();
				this.#word.click();
			},
			{ signal },
		);
		this.addEventListener(
			'pointerenter',
			({ pointerType }) => {
				clearTimeout(this.#leaving);
				if (pointerType === 'mouse' && !isOpen()) this.#leaving = window.setTimeout(() => this.#open(more), 250);
			},
			{ signal },
		);
		this.addEventListener(
			'pointerleave',
			({ pointerType }) => {
				clearTimeout(this.#leaving);
				if (pointerType === 'mouse') this.#leaving = window.setTimeout(() => this.#close(), 250);
			},
			{ signal },
		);
		this.addEventListener(
			'focusout',
			({ relatedTarget }) => {
				if (!(relatedTarget instanceof Node) || !this.contains(relatedTarget)) this.#close();
			},
			{ signal },
		);
		document.addEventListener(
			'keydown',
			({ key }) => {
				if (key === 'Escape' && isOpen()) this.#close();
			},
			{ signal },
		);
		// Safari does not focus a tapped button, so a tap elsewhere has to be heard too.
		document.addEventListener(
			'pointerdown',
			({ target }) => {
				if (isOpen() && target instanceof Node && !this.contains(target)) this.#close();
			},
			{ signal },
		);
		addEventListener('scroll', () => isOpen() && this.#place(), { signal, passive: true, capture: true });
		addEventListener('resize', () => isOpen() && this.#place(), { signal });
	}

	#open(more: HTMLAnchorElement) {
		this.#tip.className = 'tip';
		this.#tip.replaceChildren(this.dataset['explain'] ?? '', document.createElement('br'), more);
		this.#word.setAttribute('aria-expanded', 'true');
		this.#place();
	}

	#close() {
		clearTimeout(this.#leaving);
		if (this.#tip.contains(document.activeElement)) this.#word.focus();
		this.#word.setAttribute('aria-expanded', 'false');
		this.#tip.className = '';
		this.#tip.replaceChildren();
	}

	/** Below the word, or above it where there is no room, and never outside the window. */
	#place() {
		const word = this.#word.getBoundingClientRect();
		const tip = this.#tip.getBoundingClientRect();
		const isBelow = word.bottom + gap + tip.height < innerHeight || word.top < tip.height + gap;
		const left = Math.max(margin, Math.min(word.left, document.documentElement.clientWidth - margin - tip.width));
		this.#tip.style.setProperty('left', `${left}px`);
		this.#tip.style.setProperty('top', `${isBelow ? word.bottom + gap : word.top - gap - tip.height}px`);
	}
}

customElements.define('help-term', HelpTerm);
