import { Global, Module } from '@nestjs/common';
import { BlobStore } from './blob-store.ts';
import { Blobs } from './blobs.ts';
import { CheckStorage } from './check-storage.ts';
import { DiskBlobStore } from './disk-blob-store.ts';

@Global()
@Module({ providers: [{ provide: BlobStore, useClass: DiskBlobStore }, Blobs, CheckStorage], exports: [BlobStore, Blobs, CheckStorage] })
export class StorageModule {}
