import { expect, type Page, test } from '@playwright/test';
import { composer, send } from './conversation.ts';
import { startTwoPeople, type TwoPeople } from './two-people.ts';

/** Going somewhere by a few letters, and being told of what happens elsewhere. */
test.describe.configure({ mode: 'serial' });

let all: TwoPeople;
test.beforeAll(async ({ browser }) => {
  all = await startTwoPeople(browser, { permissions: ['notifications'] });
  for (const { page } of [all.alice, all.bilal]) await recordNotifications(page);
});
test.afterAll(() => all?.stop());

declare global {
  interface Window {
    shown: { title: string; body: string; click: () => void }[];
  }
}

/** A headless browser shows none: what would be shown is kept. */
async function recordNotifications(page: Page): Promise<void> {
  const record = () => {
    window.shown = [];
    class Recorded extends EventTarget {
      static readonly permission = 'granted';
      static requestPermission = () => Promise.resolve('granted' as const);
      constructor(title: string, options: NotificationOptions = {}) {
        super();
        window.shown.push({ title, body: options.body ?? '', click: () => this.dispatchEvent(new Event('click')) });
      }
      close(): void {}
    }
    window.Notification = Recorded as unknown as typeof Notification;
  };
  await page.addInitScript(record);
  await page.reload();
  await expect(composer(page)).toBeVisible();
}

const shown = (page: Page) => page.evaluate(() => window.shown.map(({ title, body }) => `${title}: ${body}`));

test('Ctrl+K finds a conversation and a person by a few letters, by keyboard alone', async () => {
  const { page } = all.alice;
  await composer(page).click();
  await page.keyboard.press('ControlOrMeta+k');
  const field = page.getByRole('textbox', { name: 'Find a conversation, person, document or meeting' });
  await expect(field).toBeFocused();
  await page.keyboard.type('wrkshop');
  await expect(page.getByRole('option').first()).toContainText('workshop');
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);

  await page.keyboard.press('ControlOrMeta+k');
  await expect(field).toBeFocused();
  await page.keyboard.type('bilal');
  await expect(page.getByRole('option', { name: /Bilal Haddad/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: /^Message to Bilal/ })).toBeVisible();
  await send(page, 'first words to you alone');
});

test('a direct message elsewhere is told once, with a badge in the title and on the icon', async () => {
  const { page } = all.bilal;
  await expect.poll(() => shown(page)).toEqual([`${all.alice.account.user.name}: first words to you alone`]);
  await expect(page).toHaveTitle(/^\(1\) /);
  await expect(page.locator('link[rel=icon]')).toHaveAttribute('href', '/icons/parvis-unread.svg');
  await page.evaluate(() => window.shown[0]!.click());
  await expect(page).toHaveURL(/\/c\/.+message=/);
  await page.mouse.move(300, 300);
  await expect(page).not.toHaveTitle(/^\(/);
  await expect(page.locator('link[rel=icon]')).toHaveAttribute('href', '/icons/parvis.svg');
});

test('what is said in a channel is told only when one is mentioned, and never while one rests', async () => {
  const { alice, bilal, channelId } = all;
  const say = (text: string) => alice.account.api.call('sendMessage', { params: { channelId }, body: { clientId: crypto.randomUUID(), text } });
  const mention = `[@Bilal Haddad](mention:user/${bilal.account.user.id})`;
  await say('nothing for anybody in particular');
  await say(`${mention} look here`);
  await expect.poll(async () => (await shown(bilal.page)).length).toBe(2);
  expect((await shown(bilal.page))[1]).toMatch(new RegExp(`^${alice.account.user.name} in workshop: .*look here`));

  /** Of two streams, what is told first may come last: rest is what the own menu says. */
  const rest = async (until: string | null) => {
    await bilal.account.api.call('setDoNotDisturb', { body: { until } });
    await bilal.page.getByRole('button', { name: /^Your menu/ }).first().click();
    const menu = bilal.page.getByRole('dialog', { name: 'Your menu' });
    await expect(menu.getByRole('button', { name: until === null ? /^Do not disturb$/ : /Do not disturb until/ })).toBeVisible();
    await bilal.page.keyboard.press('Escape');
    await expect(menu).toHaveCount(0);
  };
  await rest(new Date(Date.now() + 3_600_000).toISOString());
  await say(`${mention} in peace`);
  await expect(bilal.page.getByRole('link', { name: 'workshop 2 mentions' })).toBeVisible();
  await rest(null);
  await say(`${mention} awake`);
  await expect.poll(async () => (await shown(bilal.page)).at(-1)).toMatch(/awake/);
  expect(await shown(bilal.page)).toHaveLength(3);
});

test('a muted conversation is counted nowhere but in its own row', async () => {
  const { alice, bilal, channelId } = all;
  await bilal.account.api.call('moveReadCursor', { params: { id: channelId }, body: { seq: 1_000 } });
  await expect(bilal.page).not.toHaveTitle(/^\(/);
  await bilal.account.api.call('updateMembership', { params: { id: channelId }, body: { muted: true } });
  await alice.account.api.call('sendMessage', {
    params: { channelId }, body: { clientId: crypto.randomUUID(), text: `[@Bilal Haddad](mention:user/${bilal.account.user.id}) unheard` },
  });
  await expect(bilal.page.getByRole('link', { name: /^workshop Muted 1 unread message$/ })).toBeVisible();
  await expect(bilal.page).not.toHaveTitle(/^\(/);
  expect(await shown(bilal.page)).toHaveLength(3);
});
