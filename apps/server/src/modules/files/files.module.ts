import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.ts';
import { AppendUpload } from './append-upload.ts';
import { Attachments } from './attachments.ts';
import { FilesController } from './files.controller.ts';
import { Files } from './files.ts';
import { FinishUpload } from './finish-upload.ts';
import { ListChannelFiles } from './list-channel-files.ts';
import { Pictures } from './pictures.ts';
import { SweepFiles } from './sweep-files.ts';
import { UploadHashes } from './upload-hashes.ts';
import { UploadTurns } from './upload-turns.ts';
import { UploadsController } from './uploads.controller.ts';
import { UploadsFolder } from './uploads-folder.ts';
import { Uploads } from './uploads.ts';

@Module({
  imports: [ChannelsModule],
  controllers: [UploadsController, FilesController],
  providers: [Uploads, UploadsFolder, UploadTurns, UploadHashes, AppendUpload, FinishUpload, Pictures, Files, ListChannelFiles, Attachments, SweepFiles],
  exports: [Attachments, Files],
})
export class FilesModule {}
