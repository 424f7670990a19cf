import { type Browser, expect as impatient, type Locator, type Page } from '@playwright/test';
import { startTestServer, type TestAccount, type TestServer, type TestSfuOptions } from '@parvis/testing';
import { browserOf } from './accounts.ts';

/** Three browsers that encode and decode need their time on a small machine. */
const PATIENCE = 60_000;
export const expect = impatient.configure({ timeout: PATIENCE });

/** Chromium with a camera, a microphone and a screen that it makes up, which never asks. */
const launchOptions = {
  executablePath: process.env['PARVIS_CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
    '--use-fake-device-for-media-stream=fps=10', '--use-fake-ui-for-media-stream', '--auto-select-desktop-capture-source=Entire screen',
  ],
};

/** For `test.use`. Small windows: what a test costs is pictures. */
export const MEETING_BROWSER = { launchOptions, viewport: { width: 900, height: 600 }, actionTimeout: PATIENCE };

export interface Attendee {
  account: TestAccount;
  page: Page;
  name: string;
}

export interface MeetingScene {
  server: TestServer;
  meetingId: string;
  people: readonly Attendee[];
  /** Another person, with a browser that is not in the meeting yet. */
  newcomer(name: string): Promise<Attendee>;
  stop(): Promise<void>;
}

/** A meeting in a channel with these people, none of whom is in it yet. The first one owns everything. `sfu` null: `env` names media hosts. */
export async function startMeeting(browser: Browser, names: readonly string[], sfu: true | TestSfuOptions | null = true, env: Record<string, string> = {}): Promise<MeetingScene> {
  const server = await startTestServer({ ...(sfu && { sfu }), env });
  const owner = await server.setUp();
  const { team } = await owner.api.call('createTeam', { body: { name: 'Workshop team' } });
  const { channel } = await owner.api.call('createChannel', { body: { teamId: team.id, kind: 'public', name: 'workshop' } });
  const people: Attendee[] = [];
  const add = async (account: TestAccount): Promise<Attendee> => {
    const { page } = await browserOf(browser, server.url, account);
    await page.addInitScript(keepConnections);
    const attendee = { account, page, name: account.user.name };
    people.push(attendee);
    return attendee;
  };
  const newcomer = async (name: string) => {
    const account = await server.createUser(name, { teamIds: [team.id] });
    await owner.api.call('addChannelMember', { params: { id: channel.id }, body: { userId: account.user.id } });
    return add(account);
  };
  await add(owner);
  for (const name of names) await newcomer(name);
  const meeting = await owner.api.call('startMeeting', { params: { id: channel.id }, body: {} });
  return {
    server, meetingId: meeting.id, people, newcomer,
    stop: async () => {
      await Promise.all(people.map(({ page }) => page.context().close()));
      await server.stop();
    },
  };
}

/** Comes in through the mirror, with microphone and camera. */
export async function enter({ page }: Attendee, { server, meetingId }: MeetingScene): Promise<void> {
  await page.goto(`${server.url}/meet/${meetingId}`);
  await page.getByRole('button', { name: 'Join now' }).click();
  await expect(control(page, 'Leave')).toBeVisible();
}

export const control = (page: Page, name: string): Locator => page.getByRole('toolbar', { name: 'Meeting controls' }).getByRole('button', { name, exact: true });

/** Where somebody is shown to others. */
export const tileOf = (page: Page, name: string): Locator => page.getByRole('group', { name: new RegExp(`^${name}`) });

/** What arrived of somebody so far: of their voice, packets and energy; of their camera, decoded pictures. */
export interface Arrived {
  packets: number;
  energy: number;
  /** Packets of all other voices, played here or not. */
  otherVoices: number;
  frames: number;
  width: number;
}

export async function arrived(at: Attendee, of: Attendee): Promise<Arrived> {
  return at.page.evaluate(countArrived, await tileOf(at.page, of.name).first().getAttribute('data-participant'));
}

/** In a page that keeps its connections: what it received of this participant. */
export async function countArrived(participantId: string | null): Promise<Arrived> {
  const trackOf = (selector: string) => (document.querySelector<HTMLMediaElement>(selector)?.srcObject as MediaStream | null)?.getTracks()[0]?.id;
  const [voice, picture] = [trackOf(`audio[data-participant="${participantId}/microphone"]`), trackOf(`[data-participant="${participantId}"] video`)];
  const found = { packets: 0, energy: 0, otherVoices: 0, frames: 0, width: 0 };
  for (const connection of (window as unknown as { connections: RTCPeerConnection[] }).connections) {
    for (const report of (await connection.getStats()).values() as Iterable<Record<string, unknown>>) {
      if (report['type'] !== 'inbound-rtp') continue;
      if (report['trackIdentifier'] === voice) Object.assign(found, { packets: report['packetsReceived'], energy: report['totalAudioEnergy'] ?? 0 });
      else if (report['kind'] === 'audio') found.otherVoices += Number(report['packetsReceived']);
      if (report['trackIdentifier'] === picture) Object.assign(found, { frames: report['framesDecoded'] ?? 0, width: report['frameWidth'] ?? 0 });
    }
  }
  return found;
}

/** Ports of the media hosts that somebody's connections go to now, in order. */
export function portsOf({ page }: Attendee): Promise<number[]> {
  return page.evaluate(async () => {
    const found: number[] = [];
    for (const connection of (window as unknown as { connections: RTCPeerConnection[] }).connections) {
      if (connection.connectionState !== 'connected') continue;
      const reports = [...((await connection.getStats()) as unknown as Map<string, Record<string, unknown>>).values()];
      const transport = reports.find(({ type }) => type === 'transport');
      const pair = reports.find(({ id }) => id === transport?.['selectedCandidatePairId']);
      const remote = reports.find(({ id }) => id === pair?.['remoteCandidateId']);
      if (remote) found.push(Number(remote['port']));
    }
    return found.sort((a, b) => a - b);
  });
}

/** From now on more comes of them: voice with sound in it, moving pictures. */
export const expectSeenAndHeard = (at: Attendee, of: Attendee): Promise<void> => expectMoreArrives(() => arrived(at, of), `of ${of.name} at ${at.name}`);

/** `what` says whose it is, and where. */
export async function expectMoreArrives(arrivedSoFar: () => Promise<Arrived>, what: string): Promise<void> {
  const before = await arrivedSoFar();
  await expect(async () => {
    const now = await arrivedSoFar();
    expect(now.packets, `packets ${what}`).not.toBe(before.packets);
    expect(now.energy, `sound ${what}`).not.toBe(before.energy);
    expect(now.energy).toBeGreaterThan(0);
    expect(now.frames, `pictures ${what}`).not.toBe(before.frames);
    expect(now.frames).toBeGreaterThan(0);
  }).toPass({ intervals: [200], timeout: PATIENCE });
}

export async function expectAllSeeAndHearAll(people: readonly Attendee[]): Promise<void> {
  for (const at of people) for (const of of people) if (at !== of) await expectSeenAndHeard(at, of);
}

/** While one voice goes on coming, no other does: there is nobody else who isn't muted. */
export async function expectOnlyVoice(at: Attendee, of: Attendee): Promise<void> {
  // What was on its way when the others were muted may still come.
  await expect(async () => {
    const before = await arrived(at, of);
    await expect.poll(async () => (await arrived(at, of)).packets).toBeGreaterThan(before.packets + 60);
    expect((await arrived(at, of)).otherVoices, `packets at ${at.name} that are not of ${of.name}`).toBe(before.otherVoices);
  }).toPass({ timeout: PATIENCE });
}

/** The page's connections can be asked for their statistics. */
export function keepConnections(): void {
  const Original = window.RTCPeerConnection;
  const connections: RTCPeerConnection[] = [];
  Object.assign(window, {
    connections,
    RTCPeerConnection: class extends Original {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        connections.push(this);
      }
    },
  });
}
