import { callerWordsSeconds } from '#shared/limits';

const stepSeconds = 5;
/** The page is on its way while the words live on: what is hidden too early is better than too late. */
const slackSeconds = 2;

const steps = Array.from({ length: Math.floor(callerWordsSeconds / stepSeconds) + 1 }, (_, index) => index * stepSeconds);

/** The class of what is hidden, or shown, by style alone when words are over that live some more milliseconds; never later than they. */
export function livesClass(ms: number): string {
	const step = Math.floor((ms / 1000 - slackSeconds) / stepSeconds) * stepSeconds;
	return `lives-${Math.min(steps.at(-1) ?? 0, Math.max(0, step))}`;
}

/** Where no script takes the words away: nothing moves, so that it also holds for whoever wants no animations. */
export const wordsLife = `
@keyframes words-end {
	to {
		visibility: hidden;
		block-size: 0;
	}
}

@keyframes words-over {
	to {
		visibility: visible;
		block-size: auto;
	}
}

.words-live {
	animation: words-end 0s var(--words-live) forwards;
}

.words-over {
	visibility: hidden;
	block-size: 0;
	animation: words-over 0s var(--words-live) forwards;
}

${steps.map((seconds) => `.lives-${seconds} {\n\t--words-live: ${seconds}s;\n}`).join('\n\n')}
`;
