// The application's menu and the right-click menu.
import type { menu as zhMenu } from '../zh/menu.ts';

export const menu: typeof zhMenu = {
  file: 'File',
  newCase: 'New case',
  allCases: 'All cases',
  close: 'Close window',
  quit: 'Quit',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: 'View',
  actualSize: 'Actual size',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fullScreen: 'Full screen',
  window: 'Window',
};
