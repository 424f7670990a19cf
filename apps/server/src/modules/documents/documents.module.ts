import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.ts';
import { FilesModule } from '../files/index.ts';
import { AttachFile } from './attach-file.ts';
import { CompactDocument } from './compact-document.ts';
import { CopyContent } from './copy-content.ts';
import { CreateDocument } from './create-document.ts';
import { DocumentAccessController } from './document-access.controller.ts';
import { DocumentMessages } from './document-messages.ts';
import { DocumentRooms } from './document-rooms.ts';
import { DocumentStateController } from './document-state.controller.ts';
import { DocumentWorker } from './document-worker.ts';
import { DocumentsController } from './documents.controller.ts';
import { KeepUpdates } from './keep-updates.ts';
import { ListDocuments } from './list-documents.ts';
import { MoveDocument } from './move-document.ts';
import { ReadDocument } from './read-document.ts';
import { ShareDocument } from './share-document.ts';
import { TellDocument } from './tell-document.ts';
import { TrashDocument } from './trash-document.ts';
import { UpdateDocument } from './update-document.ts';

@Module({
  imports: [ChannelsModule, FilesModule],
  controllers: [DocumentsController, DocumentStateController, DocumentAccessController],
  providers: [
    CreateDocument, UpdateDocument, MoveDocument, TrashDocument, ListDocuments, ReadDocument, ShareDocument, CopyContent, AttachFile, TellDocument,
    KeepUpdates, DocumentMessages, DocumentRooms, DocumentWorker, CompactDocument,
  ],
})
export class DocumentsModule {}
