import type { Api } from '@parvis/client-sdk';
import type { Attachment, ErrorCode } from '@parvis/contracts';
import { problemCode } from './api.ts';
import { Listeners } from './listeners.ts';

/** Sent at the same time. */
const AT_ONCE = 3;

/** What a voice message is made of besides its bytes; milliseconds, and peaks from 0 to 100. */
export interface VoiceNote {
  duration: number;
  waveform: number[];
}

/** A file on its way into a message. */
export interface UploadItem {
  /** Made here; the server's id is in `attachment`. */
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly sent: number;
  readonly state: 'waiting' | 'uploading' | 'done' | 'failed';
  readonly error: ErrorCode | 'network' | null;
  readonly attachment: Attachment | null;
  /** Address of the picture before it is sent; null for other files. */
  readonly preview: string | null;
}

interface Job {
  item: UploadItem;
  file: File | null;
  voice: VoiceNote | undefined;
  abort: AbortController;
}

const none: readonly UploadItem[] = [];

/**
 * Files that were put into composers, by where they were put: a conversation left in the middle of an
 * upload keeps it. They are sent a few at a time, and go on where they were when the network comes back.
 */
export class Uploads {
  readonly listeners = new Listeners();
  private readonly jobs = new Map<string, Job[]>();
  private readonly lists = new Map<string, readonly UploadItem[]>();
  private running = 0;
  private readonly api: Api;

  constructor(api: Api) {
    this.api = api;
  }

  /** The same list until something in it changes. */
  items(place: string): readonly UploadItem[] {
    return this.lists.get(place) ?? none;
  }

  add(place: string, files: readonly File[], voice?: VoiceNote): void {
    const jobs = files.map((file): Job => ({
      file, voice, abort: new AbortController(),
      item: {
        id: crypto.randomUUID(), name: file.name, mediaType: file.type, size: file.size, sent: 0, state: 'waiting', error: null, attachment: null,
        preview: file.type.startsWith('image/') ? URL.createObjectURL(file) : null,
      },
    }));
    this.jobs.set(place, [...(this.jobs.get(place) ?? []), ...jobs]);
    this.changed(place);
    this.next();
  }

  /** Files of a draft that were sent on another device, or before a reload. Those that are here stay. */
  restore(place: string, attachments: readonly Attachment[]): void {
    const known = new Set((this.jobs.get(place) ?? []).map(({ item }) => item.attachment?.id));
    const jobs = attachments.filter(({ id }) => !known.has(id)).map((attachment): Job => ({
      file: null, voice: undefined, abort: new AbortController(),
      item: { ...attachment, sent: attachment.size, state: 'done', error: null, attachment, preview: null },
    }));
    if (jobs.length === 0) return;
    this.jobs.set(place, [...(this.jobs.get(place) ?? []), ...jobs]);
    this.changed(place);
  }

  retry(place: string, id: string): void {
    this.patch(place, id, { state: 'waiting', error: null });
    this.next();
  }

  /** Stops it, and takes what was sent from the server. */
  remove(place: string, id: string): void {
    const job = this.find(place, id);
    if (job === undefined) return;
    job.abort.abort();
    const { attachment } = job.item;
    // Not there any more is as good.
    if (attachment !== null) void this.api.call('deleteFile', { params: { id: attachment.id } }).catch(() => undefined);
    this.drop(place, [job]);
  }

  /** They are in a message now. */
  release(place: string, attachmentIds: readonly string[]): void {
    this.drop(place, (this.jobs.get(place) ?? []).filter(({ item }) => item.attachment !== null && attachmentIds.includes(item.attachment.id)));
  }

  stop(): void {
    for (const job of [...this.jobs.values()].flat()) {
      job.abort.abort();
      if (job.item.preview !== null) URL.revokeObjectURL(job.item.preview);
    }
  }

  private next(): void {
    for (const [place, jobs] of this.jobs) {
      for (const job of jobs) {
        if (this.running >= AT_ONCE) return;
        if (job.item.state === 'waiting') void this.send(place, job);
      }
    }
  }

  private async send(place: string, job: Job): Promise<void> {
    const { id } = job.item;
    this.running += 1;
    this.patch(place, id, { state: 'uploading', error: null });
    try {
      const { uploadFile } = await import('./upload-file.ts');
      const uploaded = await uploadFile(this.api, job.file!, (sent) => {
        this.patch(place, id, { sent });
      }, job.abort.signal);
      const attachment = job.voice === undefined ? uploaded : await this.api.call('updateFile', { params: { id: uploaded.id }, body: { voice: job.voice } });
      if (job.abort.signal.aborted) await this.api.call('deleteFile', { params: { id: attachment.id } });
      this.patch(place, id, { state: 'done', sent: job.item.size, attachment });
    } catch (error) {
      if (!job.abort.signal.aborted) this.patch(place, id, { state: 'failed', error: problemCode(error) });
    } finally {
      this.running -= 1;
      this.next();
    }
  }

  private find(place: string, id: string): Job | undefined {
    return this.jobs.get(place)?.find(({ item }) => item.id === id);
  }

  private patch(place: string, id: string, changes: Partial<UploadItem>): void {
    const job = this.find(place, id);
    if (job === undefined) return;
    job.item = { ...job.item, ...changes };
    this.changed(place);
  }

  private drop(place: string, gone: readonly Job[]): void {
    for (const { item } of gone) if (item.preview !== null) URL.revokeObjectURL(item.preview);
    this.jobs.set(place, (this.jobs.get(place) ?? []).filter((job) => !gone.includes(job)));
    this.changed(place);
  }

  private changed(place: string): void {
    this.lists.set(place, (this.jobs.get(place) ?? []).map(({ item }) => item));
    this.listeners.tell();
  }
}
