#!/usr/bin/env node
// Firefox for a driver that speaks of newer things than it knows: starts it with the same arguments and stands between the two.
// A command in `unknown` is answered as done, everything else passes as it is.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { WebSocket, WebSocketServer } from 'ws';

/** Playwright sets the colours that a page prefers even where it is asked for none; Firefox 153 cannot be told. */
const unknown = new Set(['emulation.setMediaFeaturesOverride']);

const firefox = spawn(process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr', process.argv.slice(2), { stdio: ['ignore', 'ignore', 'pipe'] });
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, path: '/session' });

createInterface({ input: firefox.stderr }).on('line', (line) => {
  const [, address] = /WebDriver BiDi listening on (ws:.*)$/.exec(line) ?? [];
  if (!address) return console.error(line);
  server.on('connection', (driver) => join(driver, new WebSocket(`${address}/session`)));
  console.error(`WebDriver BiDi listening on ws://127.0.0.1:${server.address().port}`);
});

function join(driver, browser) {
  const early = [];
  driver.on('message', (data) => {
    const text = data.toString();
    const { id, method } = JSON.parse(text);
    if (unknown.has(method)) driver.send(JSON.stringify({ type: 'success', id, result: {} }));
    else if (browser.readyState === WebSocket.OPEN) browser.send(text);
    else early.push(text);
  });
  browser.on('open', () => early.forEach((text) => void browser.send(text)));
  browser.on('message', (data) => driver.send(data.toString()));
  browser.on('close', () => driver.close());
  driver.on('close', () => browser.close());
}

firefox.on('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => firefox.kill(signal));
