import { watchChoices } from './choose-all.ts';
import { watchCompose } from './compose.ts';
import { watchCounts } from './counts.ts';
import { watchKeys } from './keys.ts';
import { watchPresence } from './presence.ts';
import { watchWords } from './words-life.ts';

// The desk works without any of this.
watchKeys(document);
watchChoices(document);
watchCounts(document);
watchPresence(document);
watchCompose(document);
watchWords(document);
