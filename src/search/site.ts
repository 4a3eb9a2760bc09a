import { createSearch } from './index.ts';

/** The search of this site, one for all elements of a page: its runtime starts once. */
export const siteSearch = createSearch({ bundle: '/pagefind/' });
