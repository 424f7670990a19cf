import { Global, Module } from '@nestjs/common';
import { BlobStore } from './blob-store.ts';
import { Blobs } from './blobs.ts';
import { DiskBlobStore } from './disk-blob-store.ts';

@Global()
@Module({ providers: [{ provide: BlobStore, useClass: DiskBlobStore }, Blobs], exports: [BlobStore, Blobs] })
export class StorageModule {}
