import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.ts';
import { FilesModule } from '../files/index.ts';
import { AttachFile } from './attach-file.ts';
import { ChangeComment } from './change-comment.ts';
import { CompactDocument } from './compact-document.ts';
import { CopyContent } from './copy-content.ts';
import { CreateDocument } from './create-document.ts';
import { DocumentAccessController } from './document-access.controller.ts';
import { DocumentCommentsController } from './document-comments.controller.ts';
import { DocumentHistoryController } from './document-history.controller.ts';
import { DocumentMentionsController } from './document-mentions.controller.ts';
import { DocumentMessages } from './document-messages.ts';
import { DocumentRooms } from './document-rooms.ts';
import { DocumentStateController } from './document-state.controller.ts';
import { DocumentText } from './document-text.ts';
import { DocumentWorker } from './document-worker.ts';
import { DocumentsController } from './documents.controller.ts';
import { HandOverDocuments } from './hand-over-documents.ts';
import { KeepUpdates } from './keep-updates.ts';
import { ListCommentThreads } from './list-comment-threads.ts';
import { ListDocuments } from './list-documents.ts';
import { ListHistory } from './list-history.ts';
import { MoveDocument } from './move-document.ts';
import { NameMoment } from './name-moment.ts';
import { OwnMentions } from './own-mentions.ts';
import { PruneLog } from './prune-log.ts';
import { PublishedDocumentsController } from './published-documents.controller.ts';
import { ReadDocument } from './read-document.ts';
import { ReadPublished } from './read-published.ts';
import { RestoreMoment } from './restore-moment.ts';
import { ShareDocument } from './share-document.ts';
import { SweepTrash } from './sweep-trash.ts';
import { TellDocument } from './tell-document.ts';
import { TrashDocument } from './trash-document.ts';
import { UpdateDocument } from './update-document.ts';
import { WriteComment } from './write-comment.ts';

@Module({
  imports: [ChannelsModule, FilesModule],
  controllers: [DocumentsController, DocumentStateController, DocumentAccessController, DocumentCommentsController, DocumentHistoryController, DocumentMentionsController, PublishedDocumentsController],
  providers: [
    CreateDocument, UpdateDocument, MoveDocument, TrashDocument, ListDocuments, ReadDocument, ReadPublished, ShareDocument, CopyContent, AttachFile, TellDocument,
    KeepUpdates, DocumentMessages, DocumentRooms, DocumentWorker, DocumentText, CompactDocument, PruneLog, SweepTrash, HandOverDocuments,
    ListCommentThreads, WriteComment, ChangeComment, ListHistory, NameMoment, RestoreMoment, OwnMentions,
  ],
})
export class DocumentsModule {}
