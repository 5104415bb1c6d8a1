// The browser asks before it closes a page in which words stand that Buffer does not have.
import { useEffect } from 'preact/hooks';

export function useUnsaved(isWriting: boolean): void {
  useEffect(() => {
    if (!isWriting) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isWriting]);
}
