import { useCallback, useEffect, useRef, useState } from 'react';
import { useDocuments } from '../../../sync/documents/index.ts';
import { useInvalidateDocuments } from '../document-queries.ts';
import { importFile, type ImportProgress } from './import-file.ts';

export interface ImportJob {
  file: File;
  state: ImportProgress | { step: 'waiting' | 'cancelled' } | { step: 'done'; documentId: string; lost: number } | { step: 'failed'; error: unknown };
}

/** Imports files one after the other; `cancel` stops what runs and what waits, and keeps what is done. */
export function useImports(files: readonly File[], channelId?: string): { jobs: readonly ImportJob[]; running: boolean; cancel: () => void } {
  const documents = useDocuments();
  const invalidate = useInvalidateDocuments();
  const [jobs, setJobs] = useState<readonly ImportJob[]>(() => files.map((file) => ({ file, state: { step: 'waiting' } })));
  const [running, setRunning] = useState(true);
  const stopping = useRef<AbortController>(null);

  useEffect(() => {
    const controller = new AbortController();
    stopping.current = controller;
    const { signal } = controller;
    const set = (index: number, state: ImportJob['state']) => setJobs((all) => all.map((job, at) => (at === index ? { ...job, state } : job)));
    const run = async () => {
      for (const [index, file] of files.entries()) {
        try {
          signal.throwIfAborted();
          const made = await importFile(file, { documents, place: channelId === undefined ? {} : { channelId }, signal, onProgress: (progress) => set(index, progress) });
          set(index, { step: 'done', ...made });
        } catch (error) {
          set(index, signal.aborted ? { step: 'cancelled' } : { step: 'failed', error });
        }
      }
      await invalidate();
      setRunning(false);
    };
    // Not twice where effects run twice: the first is cancelled before it begins.
    const timer = setTimeout(() => void run());
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [files, channelId, documents, invalidate]);

  const cancel = useCallback(() => stopping.current?.abort(), []);
  return { jobs, running, cancel };
}
