import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** How wide an element is, as it changes. */
export function useWidth(): [RefObject<HTMLDivElement | null>, number] {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const holder = element.current;
    if (holder === null) return;
    const measure = () => setWidth(holder.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(holder);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}
