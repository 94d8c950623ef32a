// Draws the two pictures of the examples for site generators into public/pictures/:
//   node examples/vite/draw-pictures.mjs
// The same pictures come out on every run.
import { mkdirSync, writeFileSync } from 'node:fs'
import * as canvas from '../press-release/canvas.mjs'

const { box, ellipse, height, quad, width } = canvas
const folder = new URL('public/pictures/', import.meta.url)
const scenes = { 'ferry.png': ferry, 'lighthouse.png': lighthouse }

mkdirSync(folder, { recursive: true })
for (const [index, [name, draw]] of Object.entries(scenes).entries()) {
  const picture = canvas.createCanvas()
  draw(picture)
  box(picture, 0, 552, width, 88, '#22304a')
  canvas.write(picture, `PLACEHOLDER ${index + 1}/2`, 575, '#f7f4ec')
  writeFileSync(new URL(name, folder), canvas.encodePng(picture))
}

function ferry(picture) {
  box(picture, 0, 0, width, height, '#1d2942')
  ellipse(picture, 780, 110, 46, 46, '#f2ecd0')
  box(picture, 0, 400, width, 240, '#31476b')
  quad(picture, [180, 340, 780, 340, 700, 430, 250, 430], '#7a3b46')
  box(picture, 290, 260, 400, 80, '#f7f4ec', 8)
  for (let window = 0; window < 6; window++) {
    box(picture, 315 + window * 62, 282, 36, 34, '#f4c95d', 4)
  }
  box(picture, 560, 190, 60, 70, '#b98a5c', 4)
}

function lighthouse(picture) {
  box(picture, 0, 0, width, height, '#dfe7ea')
  box(picture, 0, 440, width, 200, '#a9c6d4')
  ellipse(picture, 480, 520, 330, 120, '#94693f')
  quad(picture, [440, 150, 520, 150, 560, 430, 400, 430], '#f7f4ec')
  quad(picture, [431, 230, 529, 230, 537, 290, 423, 290], '#7a3b46')
  box(picture, 445, 100, 70, 50, '#f4c95d', 6)
  quad(picture, [480, 60, 481, 60, 525, 100, 435, 100], '#22304a')
}
