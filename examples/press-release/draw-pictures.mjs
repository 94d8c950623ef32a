// Draws the four placeholder pictures of this example into news/images/, with nothing but Node:
//   node examples/press-release/draw-pictures.mjs
// The same pictures come out on every run.
import { mkdirSync, writeFileSync } from 'node:fs'
import { box, createCanvas, ellipse, encodePng, height, quad, width, write } from './canvas.mjs'

const folder = new URL('news/images/', import.meta.url)

const ink = '#22304a'
const paper = '#f7f4ec'
const wood = '#b98a5c'
const darkWood = '#94693f'
const wall = '#dfe7ea'
const suits = ['#2f4a73', '#7a3b46', '#3d6b5e', '#5b4b7a', '#8a6d3b', '#4a5560']
const head = '#8692a1'

const scenes = {
  '1-vice-ministre.png': speakerAtDesk,
  '2-president.png': speakerBeforeScreen,
  '3-reunion.png': tableFromAbove,
  '4-groupe.png': groupPhotograph,
}

mkdirSync(folder, { recursive: true })
for (const [index, [name, draw]] of Object.entries(scenes).entries()) {
  const canvas = createCanvas()
  draw(canvas)
  box(canvas, 0, 552, width, 88, ink)
  write(canvas, `PLACEHOLDER ${index + 1}/4`, 575, paper)
  const png = encodePng(canvas)
  writeFileSync(new URL(name, folder), png)
  console.log(`news/images/${name.padEnd(20)} ${png.length} bytes`)
}

function speakerAtDesk(canvas) {
  box(canvas, 0, 0, width, height, wall)
  box(canvas, 70, 70, 210, 270, '#a9c6d4', 6)
  box(canvas, 171, 70, 8, 270, paper)
  box(canvas, 70, 198, 210, 8, paper)
  plant(canvas, 850, 430)
  person(canvas, 480, 190, 1.9, suits[0])
  box(canvas, 150, 420, 660, 30, wood, 8)
  box(canvas, 180, 450, 600, 190, darkWood)
  microphone(canvas, 560, 420)
  box(canvas, 300, 404, 120, 16, paper, 3)
  box(canvas, 680, 372, 34, 48, '#bcd9e2', 5)
}

function speakerBeforeScreen(canvas) {
  box(canvas, 0, 0, width, height, '#e9e1d4')
  box(canvas, 380, 60, 500, 300, ink, 10)
  box(canvas, 394, 74, 472, 272, paper, 4)
  for (const [index, size] of [60, 95, 130, 190].entries()) {
    box(canvas, 560 + index * 68, 320 - size, 44, size, suits[index + 1])
  }
  person(canvas, 330, 190, 1.9, suits[1])
  box(canvas, 0, 430, width, 30, wood)
  box(canvas, 0, 460, width, 180, darkWood)
  microphone(canvas, 250, 430)
  quad(canvas, [560, 430, 590, 340, 740, 340, 710, 430], '#8d99a6')
  box(canvas, 550, 424, 170, 8, ink, 4)
}

function tableFromAbove(canvas) {
  box(canvas, 0, 0, width, height, '#cdd6cf')
  for (let seat = 0; seat < 6; seat++) {
    const x = 230 + seat * 100
    seatFromAbove(canvas, x, 110, suits[seat % suits.length])
    seatFromAbove(canvas, x, 430, suits[(seat + 3) % suits.length])
  }
  seatFromAbove(canvas, 80, 270, suits[4], true)
  seatFromAbove(canvas, 880, 270, suits[2], true)
  box(canvas, 130, 150, 700, 240, darkWood, 60)
  box(canvas, 138, 158, 684, 224, wood, 54)
  for (let seat = 0; seat < 6; seat++) {
    const x = 230 + seat * 100
    box(canvas, x - 22, 172, 44, 32, paper, 2)
    box(canvas, x - 22, 336, 44, 32, paper, 2)
    ellipse(canvas, x + 36, 190, 8, 8, '#bcd9e2')
    ellipse(canvas, x - 36, 350, 8, 8, '#bcd9e2')
  }
  box(canvas, 360, 250, 240, 40, '#6f8f6a', 20)
  for (let flower = 0; flower < 6; flower++) {
    ellipse(canvas, 384 + flower * 38, 270, 11, 11, flower % 2 ? '#e8b7c0' : '#f2d98b')
  }
}

function groupPhotograph(canvas) {
  box(canvas, 0, 0, width, height, '#d9dfe8')
  box(canvas, 120, 40, 720, 130, suits[0], 8)
  box(canvas, 190, 85, 580, 14, paper, 7)
  box(canvas, 280, 115, 400, 14, paper, 7)
  box(canvas, 0, 460, width, 180, '#b7a48d')
  for (let place = 0; place < 7; place++) {
    person(canvas, 165 + place * 105, 185, 1, suits[(place + 2) % suits.length], true)
  }
  for (let place = 0; place < 6; place++) {
    person(canvas, 217 + place * 105, 240, 1.05, suits[(place + 5) % suits.length], true)
  }
}

// A figure without a face: these pictures show nobody. `y` is the top of the head.
function person(canvas, x, y, scale, suit, standing = false) {
  const at = (value) => value * scale
  if (standing) {
    box(canvas, x - at(30), y + at(160), at(27), at(150), ink, at(6))
    box(canvas, x + at(3), y + at(160), at(27), at(150), ink, at(6))
  }
  box(canvas, x - at(46), y + at(62), at(92), at(standing ? 134 : 154), suit, at(30))
  quad(
    canvas,
    [x - at(16), y + at(62), x + at(16), y + at(62), x, y + at(96), x, y + at(96)],
    paper,
  )
  box(canvas, x - at(9), y + at(40), at(18), at(30), head, at(8))
  ellipse(canvas, x, y + at(33), at(23), at(27), head)
}

function seatFromAbove(canvas, x, y, suit, upright = false) {
  const [across, along] = upright ? [26, 42] : [42, 26]
  box(canvas, x - across - 4, y - along - 4, across * 2 + 8, along * 2 + 8, '#b3bcc2', 16)
  ellipse(canvas, x, y, across, along, suit)
  ellipse(canvas, x, y, 19, 19, head)
}

function microphone(canvas, x, y) {
  box(canvas, x - 32, y - 10, 64, 10, ink, 5)
  box(canvas, x - 3, y - 90, 6, 84, ink)
  ellipse(canvas, x, y - 98, 12, 20, ink)
}

function plant(canvas, x, y) {
  for (const [dx, dy] of [
    [-34, -60],
    [0, -90],
    [34, -60],
    [-16, -30],
    [20, -34],
  ]) {
    ellipse(canvas, x + dx, y + dy, 24, 46, suits[2])
  }
  quad(canvas, [x - 46, y, x + 46, y, x + 34, y + 110, x - 34, y + 110], '#c9774f')
}
