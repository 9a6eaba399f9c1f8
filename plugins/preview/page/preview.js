// Hears of builds: reloads the page when another site stands there, shows what is wrong when a
// build was refused.
const mine = new URL(document.currentScript.src).search.slice(1);

function show(problems) {
    document.querySelector('preview-problems')?.remove();
    if (!problems.length) return;
    const panel = document.createElement('preview-problems');
    panel.setAttribute('role', 'alert');
    const head = document.createElement('p');
    head.textContent = 'Not published: the site is as it was before these faults.';
    const list = document.createElement('ol');
    for (const problem of problems) {
        const item = document.createElement('li');
        const [, place, rest] = /^(\S+:\d+: )?(.*)$/.exec(problem);
        if (place) {
            item.append(Object.assign(document.createElement('code'), {textContent: place.trim()}), ' ');
        }
        item.append(rest);
        list.append(item);
    }
    panel.append(head, list);
    document.body.prepend(panel);
}

const news = new EventSource('/-/events');
news.addEventListener('message', ({data}) => {
    const {build, problems} = JSON.parse(data);
    if (build !== mine) location.reload();
    else show(problems);
});
