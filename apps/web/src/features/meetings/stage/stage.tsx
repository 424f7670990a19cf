import { tileKey } from './arrange.ts';
import { FocusLayout } from './focus-layout.tsx';
import { GridLayout } from './grid-layout.tsx';
import { ReactionsLayer } from './reactions-layer.tsx';
import { ShareChoice } from './share-choice.tsx';
import classes from './stage.module.css';
import { useArrangement } from './use-scene.ts';

/** Everybody, and what they share. */
export function Stage() {
  const { main, others, beside } = useArrangement();
  return (
    <div className={classes.stage}>
      <ShareChoice />
      {main === null ? <GridLayout tiles={others} /> : <FocusLayout key={tileKey(main)} main={main} others={others} beside={beside} />}
      <ReactionsLayer />
    </div>
  );
}
