import { Foundation1764000000000 } from './1764000000000-foundation.ts';
import { Chat1764100000000 } from './1764100000000-chat.ts';
import { PersonalWords1764200000000 } from './1764200000000-personal-words.ts';
import { ScheduledAnswers1764300000000 } from './1764300000000-scheduled-answers.ts';
import { Meetings1764400000000 } from './1764400000000-meetings.ts';
import { Documents1764500000000 } from './1764500000000-documents.ts';
import { DocumentRequests1764500100000 } from './1764500100000-document-requests.ts';

/** Every migration, in order. One that has landed is never edited. */
export const migrations = [
  Foundation1764000000000, Chat1764100000000, PersonalWords1764200000000, ScheduledAnswers1764300000000, Meetings1764400000000, Documents1764500000000,
  DocumentRequests1764500100000,
];
