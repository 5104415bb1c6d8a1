// Stands for a video: the extension's pages load none.

export function VideoThumb() {
  return (
    <span class="video-thumb" aria-hidden="true">
      <svg width="22" height="22" viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
        <path d="M8 5.2v13.6a.8.8 0 0 0 1.2.7l11-6.8a.8.8 0 0 0 0-1.4l-11-6.8a.8.8 0 0 0-1.2.7z" />
      </svg>
    </span>
  );
}
