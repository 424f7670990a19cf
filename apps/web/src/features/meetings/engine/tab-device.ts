const KEY = 'parvis-meeting-device';
/** A page that was reloaded gets its lock a moment after the one before let it go; a duplicate never does. Milliseconds. */
const PATIENCE = 500;

let known: Promise<string> | null = null;

/**
 * The id of this tab as a device in meetings: the same after a crash or a reload, another one in a
 * tab that was duplicated, which copies the session's storage.
 */
export function tabDeviceId(): Promise<string> {
  known ??= find();
  return known;
}

async function find(): Promise<string> {
  const kept = read();
  if (kept !== null && (await isMine(kept))) return kept;
  const fresh = crypto.randomUUID();
  write(fresh);
  await isMine(fresh);
  return fresh;
}

/** Held until the page is gone. Without Web Locks (plain http) there is no media to be in two places either. */
function isMine(id: string): Promise<boolean> {
  const locks = (navigator as { locks?: LockManager }).locks;
  if (locks === undefined) return Promise.resolve(true);
  return new Promise((resolve) => {
    locks.request(`${KEY}-${id}`, { signal: AbortSignal.timeout(PATIENCE) }, () => {
      resolve(true);
      return new Promise<never>(() => undefined);
    }).catch(() => {
      resolve(false);
    });
  });
}

function read(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function write(id: string): void {
  try {
    sessionStorage.setItem(KEY, id);
  } catch {
    // Storage is forbidden here: a reload comes back as another device.
  }
}
