import type { MixedList } from 'typeorm';
import { StreamEntity } from '../streams/stream.entity.ts';
import { StreamEventEntity } from '../streams/stream-event.entity.ts';
import { StreamOutboxEntity } from '../streams/stream-outbox.entity.ts';

/** Every entity of every module: the one list that the data source knows. */
export const entities: MixedList<new () => object> = [StreamEntity, StreamEventEntity, StreamOutboxEntity];
