import { type RefObject, useEffect, useState } from 'react';

/**
 * The whole editor on the whole screen. The page's root is what fills the screen, and the editor
 * the page: menus and dialogs, which stand beside the editor, would not be seen otherwise.
 */
export function useFullScreen(frame: RefObject<HTMLElement | null>) {
  const [isFull, setFull] = useState(false);
  useEffect(() => {
    const editor = frame.current?.parentElement?.closest('section');
    const follow = () => {
      const isNow = document.fullscreenElement === document.documentElement;
      setFull(isNow);
      editor?.toggleAttribute('data-full-screen', isNow);
    };
    document.addEventListener('fullscreenchange', follow);
    return () => {
      document.removeEventListener('fullscreenchange', follow);
      editor?.removeAttribute('data-full-screen');
    };
  }, [frame]);
  const toggle = () =>
    void (isFull ? document.exitFullscreen() : document.documentElement.requestFullscreen());
  return { isPossible: document.fullscreenEnabled, isFull, toggle };
}
