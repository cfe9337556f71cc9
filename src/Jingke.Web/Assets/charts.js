export function draw(){}
