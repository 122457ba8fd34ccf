import type { Outcome } from '@percorso/engine';
import { Panel } from '@xyflow/react';
import { useState } from 'react';
import { DeviationsControl } from '../deviations/DeviationsControl.tsx';
import { useEditor } from '../editor/editor-context.ts';
import { AddAfter } from './AddAfter.tsx';
import { CanvasControls } from './CanvasControls.tsx';
import { ConnectBanner } from './ConnectBanner.tsx';
import { isContainer } from './folded.ts';
import { Guides } from './Guides.tsx';
import { LayOutMenu } from './LayOutMenu.tsx';
import { Palette } from './Palette.tsx';
import { SmallMap } from './SmallMap.tsx';
import { StepSearch } from './StepSearch.tsx';
import { StepToolbar } from './StepToolbar.tsx';
import type { Part } from './useAdding.ts';
import type { CanvasState } from './useCanvas.ts';
import { useSteady } from './useSteady.ts';
import { focusSoon } from './useView.ts';
import { WORDS } from './words.ts';

/** What lies over the drawing: the palette, the tools, the small map. */
export function Overlays({ canvas }: { readonly canvas: CanvasState }) {
  const { isReadOnly, mode, words } = useEditor();
  const [isMapShown, setMapShown] = useState(true);
  const { picture, folding, connecting, moving, view, adding } = canvas;
  const palette = useSteady({
    add: (part: Part, outcome?: Outcome) => adding.add(part, undefined, outcome),
  });
  const groups = picture.all.filter(isContainer).map(({ key }) => key);
  const isFolded = folding.groups.size > 0;
  const isChoosing = connecting.connectingFrom !== undefined;
  const closeSearch = () => {
    canvas.setSearching(false);
    canvas.focusFrame();
  };
  // Whoever walks the draft looks at it: the tools would stand in the way.
  const isDrawing = !isReadOnly && !isChoosing && mode !== 'walk';
  const hasTools = isDrawing && moving.moves.size === 0;
  return (
    <>
      {!isReadOnly && <Palette onAdd={palette.add} />}
      <CanvasControls
        frame={canvas.frame}
        isMapShown={isMapShown}
        onMap={() => setMapShown(!isMapShown)}
        onSearch={() => canvas.setSearching(true)}
        isFolded={isFolded}
        onFoldAll={groups.length > 0 ? () => folding.fold(isFolded ? [] : groups) : undefined}
      >
        {!isReadOnly && <LayOutMenu {...canvas.layOut} />}
        <DeviationsControl />
      </CanvasControls>
      <Guides guides={moving.guides} />
      {isMapShown && <SmallMap nodes={canvas.elements.nodes} label={words(WORDS.miniMap)} />}
      {isChoosing && <ConnectBanner />}
      {!isReadOnly && picture.all.length === 1 && (
        <Panel position="bottom-center" className="canvas-hint">
          {words(WORDS.empty)}
        </Panel>
      )}
      {canvas.isSearching && (
        <StepSearch
          steps={picture.all}
          onClose={closeSearch}
          onFound={(step) => {
            canvas.setSearching(false);
            view.goTo(step);
          }}
        />
      )}
      {hasTools && <Tools canvas={canvas} />}
    </>
  );
}

/** Above the chosen steps, or beside one of them the step that comes next. */
function Tools({ canvas }: { readonly canvas: CanvasState }) {
  const { tools, clipboard, addingAfter, addAfter, adding, frame } = canvas;
  if (addingAfter) {
    const { after, point } = addingAfter;
    const close = () => {
      addAfter(undefined);
      focusSoon(frame, after);
    };
    return (
      <AddAfter
        key={after}
        adding={addingAfter}
        onClose={close}
        onAdd={(label, action) => {
          const added = adding.addAfter(after, label, action, point);
          if (added === undefined) return;
          addAfter(undefined);
          focusSoon(frame, added);
        }}
      />
    );
  }
  return (
    <StepToolbar
      chosen={tools.chosen}
      count={canvas.selecting.selected.size}
      place={canvas.toolbar}
      isMenuOpen={tools.isMenuOpen}
      setMenuOpen={tools.setMenuOpen}
      onLeave={() => {
        const [first] = tools.chosen.chosen;
        if (first) focusSoon(frame, first.key);
      }}
      tools={{
        addAfter: (after) => addAfter({ after }),
        duplicate: clipboard.duplicate,
        remove: canvas.remove,
        rename: canvas.startRenaming,
        copy: clipboard.copy,
        cut: clipboard.cut,
        paste: clipboard.paste,
        command: tools.start,
      }}
    />
  );
}
