import { existsSync, readFileSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { join } from 'node:path';

import { chromium } from '@playwright/test';

import { CommandError } from './command-error.ts';
import { captureTool, runTool } from './processes.ts';

const knownPaths = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/opt/google/chrome/chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	join(homedir(), 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
	'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

const advice = `The browser tests need a Chromium. Either
  - Debian or Ubuntu: sudo npx playwright install --with-deps chromium
  - anywhere else:    npx playwright install chromium
  - or name one that you have: CHROMIUM_PATH=/path/to/chrome npm test`;

/** Launch arguments that work in a container and keep the browser from calling home. */
export const chromiumArguments = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--disable-background-networking',
	'--disable-component-update',
];

/** The Chromium on this machine, or undefined. `CHROMIUM_PATH` that does not work is a mistake, not a reason to look further. */
export async function findChromium(): Promise<string | undefined> {
	const chosen = process.env['CHROMIUM_PATH'];
	if (chosen) {
		if (await isChromium(chosen)) return chosen;
		throw new CommandError(`CHROMIUM_PATH=${chosen} is not a Chromium that starts.\n\n${advice}`);
	}
	for (const path of [chromium.executablePath(), ...knownPaths]) {
		if (await isChromium(path)) return path;
	}
	return undefined;
}

/** The Chromium on this machine; gets one when there is none, and says how to when that fails. */
export async function requireChromium(): Promise<string> {
	const found = (await findChromium()) ?? (await installChromium());
	if (found) return found;
	throw new CommandError(`No Chromium was found and none could be installed.\n\n${advice}`);
}

async function installChromium(): Promise<string | undefined> {
	console.log('No Chromium found: installing one …');
	if (isDebianAsRoot()) {
		const env = { DEBIAN_FRONTEND: 'noninteractive' };
		await runTool(['apt-get', 'update'], { env });
		await runTool(['apt-get', 'install', '-y', 'chromium', 'fonts-noto-cjk'], { env });
	} else {
		await runTool(['playwright', 'install', '--with-deps', 'chromium']);
	}
	return findChromium();
}

/** Ubuntu's `chromium-browser` is a script that only asks for a snap, so a file proves nothing: it has to tell its version. */
async function isChromium(path: string): Promise<boolean> {
	if (!existsSync(path)) return false;
	if (platform() !== 'linux') return true;
	const { code, output } = await captureTool([path, '--version']);
	return code === 0 && /\b(Chromium|Chrome)\b.* \d+\./.test(output);
}

function isDebianAsRoot(): boolean {
	const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
	return process.getuid?.() === 0 && /^ID="?debian"?$/m.test(release);
}
