export { PathwayDrawing } from './PathwayDrawing.tsx';
