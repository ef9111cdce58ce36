// What the window's first picture does without, as one script of its own (see later.tsx). Runs in the window.
export { AboutDialog } from '../features/about/about-dialog.tsx';
export { ContactStep } from '../features/contact/contact-step.tsx';
export { ContentsStep } from '../features/contents/contents-step.tsx';
export { CaptureDialog } from '../features/problem/screenshots/capture-dialog.tsx';
export { PictureEditor } from '../features/problem/screenshots/picture-editor.tsx';
export { ScreenshotCard } from '../features/problem/screenshots/screenshot-card.tsx';
export { RequestsPanel } from '../features/requests/requests-panel.tsx';
export { ReviewStep } from '../features/review/review-step.tsx';
export { SavedStep } from '../features/saved/saved-step.tsx';
export { SendScreen } from '../features/saved/send-screen.tsx';
export { WorkScreen } from '../features/work/work-screen.tsx';
export { CompletenessDetails } from './completeness-details.tsx';
