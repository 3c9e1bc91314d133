/** Overlays belong to the registry that shows them; what synchronization asks of them is named here. */
export { applyOverlay, createOverlay, overlayFile, type StaleField, staleFields } from '../registry/overlay/overlay.ts';
