export { isAddress } from '#shared/addresses';
export { explorerUrl, findHash } from '#shared/formats';
