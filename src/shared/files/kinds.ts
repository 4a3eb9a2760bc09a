import { walkGif } from '#shared/files/gif';
import { walkJpeg } from '#shared/files/jpeg';
import { walkMp4 } from '#shared/files/mp4';
import { walkPdf } from '#shared/files/pdf';
import { pngSignature, walkPng } from '#shared/files/png';
import { latin, type Walk } from '#shared/files/walk';
import { walkWebp } from '#shared/files/webp';

/** Files that are taken, by what they are: how they are served, what their names may end with, how they are read. */
export const fileKinds = {
	jpeg: { type: 'image/jpeg', endings: ['jpg', 'jpeg'], walk: walkJpeg },
	png: { type: 'image/png', endings: ['png'], walk: walkPng },
	webp: { type: 'image/webp', endings: ['webp'], walk: walkWebp },
	gif: { type: 'image/gif', endings: ['gif'], walk: walkGif },
	pdf: { type: 'application/pdf', endings: ['pdf'], walk: walkPdf },
	mp4: { type: 'video/mp4', endings: ['mp4', 'm4v'], walk: walkMp4 },
	text: { type: 'text/plain; charset=utf-8', endings: ['txt', 'log'] },
	json: { type: 'application/json', endings: ['json'] },
} as const satisfies Record<string, { type: string; endings: readonly string[]; walk?: () => Walk }>;

/** Pictures, which can be shown as such. */
export const pictureTypes: readonly string[] = [fileKinds.jpeg.type, fileKinds.png.type, fileKinds.webp.type, fileKinds.gif.type];

/** How many bytes of a file `sniff` needs. */
export const sniffedBytes = 16;

const videoBrands = /^(?:isom|iso[2-9]|mp4[12]|avc1|M4V |MSNV|dash|mmp4)/;
const photoBrands = /^(?:hei[cxms]|hev[cxms]|mif1|msf1|avif|avis)/;

/** What a file is by its first bytes; `unknown` may still be a text. */
export function sniff(head: Uint8Array): WalkedKind | 'heic' | 'unknown' {
	const start = latin(head.subarray(0, sniffedBytes));
	if (start.startsWith('\xff\xd8\xff')) return 'jpeg';
	if (start.startsWith(pngSignature)) return 'png';
	if (/^GIF8[79]a/.test(start)) return 'gif';
	if (start.startsWith('RIFF') && start.startsWith('WEBP', 8)) return 'webp';
	if (start.startsWith('%PDF-')) return 'pdf';
	if (!start.startsWith('ftyp', 4)) return 'unknown';
	if (videoBrands.test(start.slice(8))) return 'mp4';
	return photoBrands.test(start.slice(8)) ? 'heic' : 'unknown';
}

/** Kinds that are read byte by byte. */
export type WalkedKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'pdf' | 'mp4';
export type FileKind = keyof typeof fileKinds;
