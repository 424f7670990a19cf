import { Injectable } from '@nestjs/common';
import type { SavedItem } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';
import { toSavedItem } from './saved-item-row.ts';
import { readToDo } from './saved-item.repository.ts';

@Injectable()
export class SavedItems {
  /** What a person has to do. */
  async readFor(query: Query, userId: string): Promise<SavedItem[]> {
    return (await readToDo(query, userId)).map(toSavedItem);
  }
}
