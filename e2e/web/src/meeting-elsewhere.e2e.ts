import { type Locator, type Page, test } from '@playwright/test';
import { sfuWorker } from '@parvis/testing';
import { seriousFaults } from './accessible.ts';
import { composer, message } from './conversation.ts';
import { control, expect, MEETING_BROWSER } from './meeting-people.ts';
import { startWorkshop, type Workshop } from './meeting-workshop.ts';

/** A meeting beside everything else: found by a few letters, and going on in a small window. */
test.use(MEETING_BROWSER);
test.describe.configure({ mode: 'serial', timeout: 300_000 });
const worker = await sfuWorker();
test.skip(worker === null, 'There is no media server here.');

let workshop: Workshop;
let accounts: Workshop['accounts'];
let alice: Page;
let bilal: Page;
let serverUrl: string;
let channelId: string;

test.beforeAll(async ({ browser }) => {
  if (worker === null) return;
  workshop = await startWorkshop(browser);
  ({ accounts, alice, bilal, channelId, server: { url: serverUrl } } = workshop);
});
test.afterAll(() => workshop?.stop());

const found = (page: Page, name: RegExp | string) => page.getByRole('option', { name });

async function openSwitcher(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+K');
  const field = page.getByRole('textbox', { name: 'Find a conversation, person, document or meeting' });
  await expect(field).toBeFocused();
  return field;
}

test('a meeting is begun and joined by a few letters and Enter', async () => {
  await composer(alice).click();
  await (await openSwitcher(alice)).fill('meeting workshop');
  await expect(found(alice, 'Start a meeting in workshop')).toHaveAttribute('data-combobox-selected', 'true');
  expect(await seriousFaults(alice)).toEqual([]);
  await alice.keyboard.press('Enter');
  await expect(alice.getByRole('button', { name: 'Join now' })).toBeFocused();
  await alice.keyboard.press('Enter');
  await expect(control(alice, 'Leave')).toBeVisible();

  // What runs comes first, also before anything is typed; begun a second time it can't be.
  await composer(bilal).click();
  const field = await openSwitcher(bilal);
  await expect(found(bilal, /^workshop.*Meeting now, 1 person/)).toHaveAttribute('data-combobox-selected', 'true');
  await field.fill('meet');
  await expect(found(bilal, /^workshop.*Meeting now, 1 person/)).toBeVisible();
  await expect(found(bilal, 'Start a meeting in general')).toBeVisible();
  await expect(found(bilal, 'Start a meeting in workshop')).toHaveCount(0);
  await bilal.keyboard.press('Enter');
  await expect(bilal.getByRole('button', { name: 'Join now' })).toBeFocused();
  await bilal.keyboard.press('Enter');
  await expect(control(bilal, 'Leave')).toBeVisible();
});

/** Whether two things on the page share a pixel. */
async function overlap(a: Locator, b: Locator): Promise<boolean> {
  const [one, other] = [await a.boundingBox(), await b.boundingBox()];
  if (one === null || other === null) throw new Error('one of them is not on the page');
  return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;
}

for (const [device, viewport] of [['laptop', { width: 1280, height: 720 }], ['phone', { width: 390, height: 844 }]] as const) {
  test(`in its small window it covers nothing that one uses on a ${device}, and stays where it is put`, async () => {
    await alice.setViewportSize(viewport);
    await alice.getByRole('button', { name: /^To the conversation/ }).click();
    const small = alice.getByRole('region', { name: 'Meeting: workshop' });
    await expect(small).toBeVisible();
    await composer(alice).click();
    await alice.keyboard.type(`Written on a ${device}`);
    const main = alice.getByRole('main');
    const used = [main.getByRole('button', { name: 'Send', exact: true }), composer(alice), main.getByRole('button', { name: 'Back to the meeting' })];
    const coversNothing = async () => {
      for (const thing of used) await expect.poll(() => overlap(small, thing)).toBe(false);
    };
    await coversNothing();
    const handle = small.getByRole('button', { name: /move this window/ });
    await handle.focus();
    await alice.keyboard.press('ArrowDown');
    await expect(small).toHaveAttribute('data-corner', 'bottom-end');
    await coversNothing();
    // It makes way while the text grows.
    await composer(alice).click();
    for (let line = 0; line < 4; line += 1) await alice.keyboard.press('Shift+Enter');
    await coversNothing();
    await alice.keyboard.press('Enter');
    await expect(message(alice, `Written on a ${device}`)).toBeVisible();

    await handle.hover();
    await alice.mouse.down();
    await alice.mouse.move(40, 160, { steps: 5 });
    await alice.mouse.up();
    await expect(small).toHaveAttribute('data-corner', 'top-start');
    await main.getByRole('button', { name: 'Back to the meeting' }).click();
    await expect(control(alice, 'Leave')).toBeVisible();
    await alice.getByRole('button', { name: /^To the conversation/ }).click();
    await expect(small).toHaveAttribute('data-corner', 'top-start');
    await main.getByRole('button', { name: 'Back to the meeting' }).click();
    await alice.evaluate(() => localStorage.removeItem('parvis-call-corner'));
  });
}

test('a call does not take the key that ends a sentence for its answer', async () => {
  const { channel } = await accounts.alice.api.call('openConversation', { body: { userIds: [accounts.bilal.user.id] } });
  await control(bilal, 'Leave').click();
  await bilal.goto(`${serverUrl}/c/${channelId}`);
  await composer(bilal).click();
  await bilal.keyboard.type('Not sent yet');
  await accounts.alice.api.call('startMeeting', { params: { id: channel.id }, body: { ring: true } });
  const ringing = bilal.getByRole('alertdialog', { name: accounts.alice.user.name });
  await expect(ringing).toBeFocused();
  await bilal.keyboard.press('Enter');
  await bilal.keyboard.press('Tab');
  await expect(ringing.getByRole('button', { name: 'Decline' })).toBeFocused();
  await bilal.keyboard.press('Enter');
  await expect(ringing).toBeHidden();
  await expect(composer(bilal)).toBeFocused();
  await expect(composer(bilal)).toContainText('Not sent yet');
});
