import { useEffect, useState } from 'react';
import type { DeviceProblem } from '../engine/types.ts';

/** By the names that W3C mediacapture-main gives them. */
const PROBLEMS: Readonly<Record<string, DeviceProblem>> = {
  NotFoundError: 'no_device', OverconstrainedError: 'no_device', NotReadableError: 'busy', NotAllowedError: 'denied', SecurityError: 'denied',
};

/** The camera's picture while it is wanted. */
export function useMirror(wanted: boolean): { track: MediaStreamTrack | null; problem: DeviceProblem | null } {
  const [track, setTrack] = useState<MediaStreamTrack | null>(null);
  const [problem, setProblem] = useState<DeviceProblem | null>(null);
  useEffect(() => {
    setProblem(null);
    if (!wanted) return;
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    if (devices === undefined) {
      setProblem(window.isSecureContext ? 'unsupported' : 'insecure_page');
      return;
    }
    let gone = false;
    let taken: MediaStreamTrack | undefined;
    devices.getUserMedia({ video: true }).then(
      (stream) => {
        taken = stream.getVideoTracks()[0];
        if (gone) return taken?.stop();
        setTrack(taken ?? null);
      },
      (error: unknown) => {
        if (!gone) setProblem(PROBLEMS[error instanceof Error ? error.name : ''] ?? 'failed');
      },
    );
    return () => {
      gone = true;
      taken?.stop();
      setTrack(null);
    };
  }, [wanted]);
  return { track, problem };
}
