import { freePort, sfuWorker } from '@parvis/testing';
import { test } from '@playwright/test';
import { type Attendee, control, enter, expect, expectAllSeeAndHearAll, MEETING_BROWSER, type MeetingScene, startMeeting, tileOf } from './meeting-people.ts';
import { TcpRoad } from './tcp-road.ts';
import { hasTurnServer, TurnServer } from './turn-server.ts';

/** The ways that media takes to the media host, and what is said when there is none. */
test.use(MEETING_BROWSER);
const worker = await sfuWorker();
test.skip(worker === null, 'There is no media server here.');
test.slow();

let scene: MeetingScene | undefined;
test.afterEach(async () => {
  await scene?.stop();
  scene = undefined;
});

/** What the connections of somebody's page go through. */
function pathsOf({ page }: Attendee): Promise<string[]> {
  return page.evaluate(async () => {
    const found: string[] = [];
    for (const connection of (window as unknown as { connections: RTCPeerConnection[] }).connections) {
      const reports = [...((await connection.getStats()) as unknown as Map<string, Record<string, string>>).values()];
      const transport = reports.find(({ type }) => type === 'transport');
      const pair = reports.find(({ id }) => id === transport?.['selectedCandidatePairId']);
      const local = reports.find(({ id }) => id === pair?.['localCandidateId']);
      if (local) found.push(`${local['candidateType']} ${local['protocol']}`);
    }
    return found;
  });
}

test('where UDP is closed, media goes over TCP', async ({ browser }) => {
  const port = await freePort();
  const road = await TcpRoad.open('127.0.0.3', '127.0.0.1', port);
  try {
    scene = await startMeeting(browser, ['Bilal Haddad'], { env: { PARVIS_SFU_RTC_PORT: String(port), PARVIS_SFU_ANNOUNCED_ADDRESSES: '127.0.0.3' } });
    for (const person of scene.people) await enter(person, scene);
    await expectAllSeeAndHearAll(scene.people);
    for (const person of scene.people) {
      const paths = await pathsOf(person);
      expect(paths.length).toBeGreaterThan(0);
      for (const path of paths) expect(path).toMatch(/ tcp$/);
    }
    expect(road.taken).toBeGreaterThan(0);
  } finally {
    await scene?.stop();
    scene = undefined;
    road.close();
  }
});

test('through a TURN server, with credentials that it checks', async ({ browser }) => {
  test.skip(!hasTurnServer, 'There is no coturn here.');
  const turn = await TurnServer.start();
  try {
    scene = await startMeeting(browser, ['Bilal Haddad'], true, turn.env);
    for (const person of scene.people) {
      await person.page.addInitScript(relayOnly);
      await enter(person, scene);
    }
    await expectAllSeeAndHearAll(scene.people);
    for (const person of scene.people) {
      const paths = await pathsOf(person);
      expect(paths.length).toBeGreaterThan(0);
      for (const path of paths) expect(path).toMatch(/^relay /);
    }
  } finally {
    await turn.stop();
  }
});

test('where the announced address leads nowhere, one is told what is wrong, and can leave', async ({ browser }) => {
  scene = await startMeeting(browser, ['Bilal Haddad'], { env: { PARVIS_SFU_ANNOUNCED_ADDRESSES: '127.0.0.5' } });
  const [, bilal] = scene.people as [Attendee, Attendee];
  await enter(bilal, scene);
  const connection = tileOf(bilal.page, bilal.name).getByRole('button', { name: `Connection of ${bilal.name}` });
  await expect(bilal.page.getByRole('alert').filter({ hasText: 'find no way to the media server' })).toBeVisible();
  await expect(connection).toHaveAccessibleName(/: none$/);
  await connection.click();
  await expect(bilal.page.getByRole('dialog', { name: `Connection of ${bilal.name}` })).toContainText('That is the network here');
  await bilal.page.keyboard.press('Escape');
  await control(bilal.page, 'Leave').click();
  await bilal.page.getByRole('menuitem', { name: 'Leave the meeting' }).click();
  await expect(bilal.page.getByText('You left the meeting').first()).toBeVisible();
});

/** As a network does that lets nothing out but to the TURN server. */
function relayOnly(): void {
  const Original = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Original {
    constructor(configuration?: RTCConfiguration) {
      super({ ...configuration, iceTransportPolicy: 'relay' });
    }
  };
}
