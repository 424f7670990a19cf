import { UploadTab, useComponentsContext, useDictionary } from '@blocknote/react';
import { useState } from 'react';

/** Chooses the file of a block. Only files of ours: the page shows nothing that comes from elsewhere. */
export function UploadPanel({ blockId }: { blockId: string }) {
  const Components = useComponentsContext();
  const { upload } = useDictionary().file_panel;
  const [loading, setLoading] = useState(false);
  if (!Components) return null;
  const tabs = [{ name: upload.title, tabPanel: <UploadTab blockId={blockId} setLoading={setLoading} /> }];
  return <Components.FilePanel.Root className="bn-panel" tabs={tabs} defaultOpenTab={upload.title} openTab={upload.title} setOpenTab={() => undefined} loading={loading} />;
}
