import { explorers } from '#shared/formats';

/** Hosts of the block explorers: the only places outside this site that its pages link to. */
export const explorerHosts: ReadonlySet<string> = new Set(Object.values(explorers).map((url) => new URL(url).hostname));
