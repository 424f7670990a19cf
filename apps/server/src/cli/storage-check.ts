import { Command } from 'commander';
import { CheckStorage, type StorageReport } from '../platform/storage/check-storage.ts';
import { withApplication } from './with-application.ts';

/** Keys named in one line; the rest is counted. */
const NAMED = 20;

const LINES: [keyof StorageReport & ('missing' | 'wrongSize' | 'wrongContent' | 'unknown' | 'unreferenced'), string][] = [
  ['missing', 'are known but not there'],
  ['wrongSize', 'have another size than they should'],
  ['wrongContent', 'hold other bytes than they should'],
  ['unknown', 'are there but not known'],
  ['unreferenced', 'belong to nothing any more'],
];

export const storageCheckCommand = (): Command =>
  new Command('check')
    .description('compare the database with the stored bytes, both ways')
    .option('--fix', 'delete what nothing knows or refers to')
    .option('--deep', 'also read everything and compare it with its hash')
    .action((options: { fix?: boolean; deep?: boolean }) =>
      withApplication(async (app) => {
        const report = await app.get(CheckStorage, { strict: false }).run(options);
        process.stdout.write(describeReport(report));
        if (!isSound(report)) process.exitCode = 1;
      }),
    );

/** Nothing is lost; what is only litter may have been deleted. */
export function isSound(report: StorageReport): boolean {
  const litter = report.unknown.length + report.unreferenced.length;
  return report.missing.length + report.wrongSize.length + report.wrongContent.length === 0 && report.deleted === litter;
}

export function describeReport(report: StorageReport): string {
  const lines = [`${report.blobs} blobs, ${report.bytes} bytes`];
  for (const [field, words] of LINES) {
    const keys = report[field];
    if (keys.length === 0) continue;
    const more = keys.length > NAMED ? ` and ${keys.length - NAMED} more` : '';
    lines.push(`${keys.length} ${words}: ${keys.slice(0, NAMED).join(', ')}${more}`);
  }
  if (report.deleted > 0) lines.push(`${report.deleted} deleted`);
  if (isSound(report)) lines.push('Nothing is missing');
  return `${lines.join('\n')}\n`;
}
