// The console in a browser, on a wide and on a narrow screen: a key is generated after its warning, shown
// once, tested, copied, called and revoked, and no page has a defect that axe finds.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import test from 'node:test';
import { promisify } from 'node:util';

import { chromium } from 'playwright-core';

import { requests } from './collection.mjs';
import { start } from './sandbox.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const SCREENS = { wide: { width: 1280, height: 800 }, narrow: { width: 360, height: 740 } };

/** What axe finds, and whether the page is wider than the screen. */
async function check(page, place) {
    const { violations } = await page.evaluate(`${AXE}; axe.run({ resultTypes: ['violations'] })`);
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    assert.deepEqual(found, [], place);
    const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(content <= screen, `${place}: ${content} pixels on a screen of ${screen}`);
}

/** The least contrast of a border with what is around it, of all that can be operated. */
function borders() {
    const parts = (color) => color.match(/[\d.]+/g).map(Number);
    const luminance = (color) => {
        const [red, green, blue] = parts(color).map((part) => {
            const share = part / 255;
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const ground = (element) => {
        for (let one = element; one; one = one.parentElement) {
            const color = getComputedStyle(one).backgroundColor;
            if (parts(color)[3] !== 0) {
                return color;
            }
        }
        return 'rgb(255, 255, 255)';
    };
    const operated = document.querySelectorAll('input:not([type=hidden], [type=checkbox]), button:not(.main), .button');
    const visible = [...operated].filter((element) => element.checkVisibility());
    return visible.map((element) => {
        const pair = [getComputedStyle(element).borderTopColor, ground(element.parentElement)].map(luminance);
        const [dark, light] = pair.sort((a, b) => a - b);
        return { element: element.outerHTML.slice(0, 80), contrast: (light + 0.05) / (dark + 0.05) };
    });
}

for (const [name, viewport] of Object.entries(SCREENS)) {
    for (const colorScheme of ['light', 'dark']) {
        const skip = CHROMIUM ? false : 'there is no Chromium';
        test(`the key dialog, ${name} and ${colorScheme}`, { skip }, (t) => dialog(t, viewport, colorScheme));
    }
}

async function dialog(t, viewport, colorScheme) {
    const { console: address } = await start(t, '--data', 'memory', '--seed', 'empty');
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    t.after(() => browser.close());
    // The page's policy lets no script in, not even axe's.
    const context = await browser.newContext({ viewport, colorScheme, bypassCSP: false });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: address });
    const page = await context.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));

    await page.goto(address);
    await check(page, 'login');
    await page.getByLabel('User').fill('ADMIN');
    await page.getByLabel('Password').fill('ADMIN');
    await page.getByRole('button', { name: 'Log in' }).click();
    await check(page, 'front page');
    const thin = (await page.evaluate(borders)).filter(({ contrast }) => contrast < 3);
    assert.deepEqual(thin, []);

    // The warning has to be confirmed.
    const generate = page.locator('form[action="/keys/generate"]');
    await generate.getByLabel('User', { exact: true }).fill('SALES');
    await generate.getByRole('button', { name: 'Generate' }).click();
    assert.equal(new URL(page.url()).pathname, '/');
    await generate.getByLabel(/can then no longer log in directly/).check();
    await generate.getByRole('button', { name: 'Generate' }).click();
    await page.getByRole('heading', { name: 'New API secret key' }).waitFor();
    await check(page, 'new key');
    const access = await page.locator('#access-key').textContent();
    const secret = await page.locator('#secret-key').textContent();
    assert.match(secret, /^[0-9a-f]{64}$/);

    // The connection is tested beside the keys, which stay in sight.
    await page.getByRole('button', { name: 'Test Connection' }).click();
    await page.getByText('answered 200 OK').waitFor();
    assert.equal(await page.locator('#secret-key').textContent(), secret);

    // What is copied is announced, and runs.
    await page.locator('#signed-curl + button').click();
    await page.locator('[role=status]', { hasText: 'Copied' }).waitFor({ state: 'attached' });
    const command = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(command, /^curl /);
    const { stdout } = await promisify(execFile)('bash', ['-c', `${command} --silent --fail`]);
    assert.equal(JSON.parse(stdout).status, 'OK');
    await page.getByText('Python', { exact: true }).click();
    await check(page, 'programs');
    const program = await page.locator('details[open] pre').textContent();
    assert.ok(!program.includes(secret));
    const env = { ...process.env, SQLACC_ACCESS_KEY: access, SQLACC_SECRET_KEY: secret };
    const ran = await promisify(execFile)('python3', ['-c', program], { env });
    assert.equal(JSON.parse(ran.stdout).status, 'OK');

    const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Download Postman Collection' }).click(),
    ]);
    const collection = JSON.parse(readFileSync(await download.path(), 'utf8'));
    assert.equal(requests(collection).length, 467);

    // It is shown once.
    await page.goto(address);
    assert.ok(!(await page.content()).includes(secret));
    await check(page, 'with a key');
    const host = collection.variable.find(({ key }) => key === 'host').value;
    for (let call = 0; call < 12; call += 1) {
        await fetch(`${host}/agent`);
    }
    await page.reload();
    assert.equal(await page.locator('section', { hasText: 'Recent requests' }).locator('tbody tr').count(), 10);
    const label = await page.evaluate(() => {
        const cell = document.querySelector('td[data-label="Access key"]');
        return getComputedStyle(cell, '::before').content;
    });
    assert.equal(label, viewport.width < 720 ? '"Access key"' : 'none');
    await page.getByRole('link', { name: /^All \d+ requests$/ }).click();
    await page.getByRole('heading', { name: 'The latest requests' }).waitFor();
    await check(page, 'all requests');
    assert.ok((await page.locator('tbody tr').count()) > 12);
    await page.getByRole('link', { name: 'Back' }).click();

    // Revoke asks first.
    const row = page.locator('tr', { hasText: access });
    await row.getByText('Revoke…').click();
    await row.getByText('cannot be restored').waitFor();
    await check(page, 'before it is revoked');
    assert.equal(await page.getByText('is revoked').count(), 0);
    await row.getByRole('button', { name: 'Revoke the key of SALES' }).click();
    await page.getByText(`Key ${access} is revoked.`).waitFor();
    await check(page, 'after it was revoked');
    assert.deepEqual(errors, []);
}
