"""The network that hears paraphrases, and its training. Sources/Compliance/Paraphrases reads the same."""
import jax
import jax.numpy as jnp
import numpy as np
import optax

from speech import CATEGORIES, HEARD, SIGN_COUNT

WIDTH, PIECE, STRIDE, MEANING = 64, 22, 16, 300
DISTANCES = (1, 2, 4)
OUTPUTS = len(CATEGORIES) + 1


class Words:
    """What is known of each form: the meaning of its readings, their grammemes, its numbers and its lemmas'."""

    def __init__(self, read, grammemes, meaning, forms, lemmas):
        self.numbers = {form: i + 1 for i, form in enumerate(sorted(read))}
        size = len(self.numbers) + 1
        self.meaning, self.grammemes = np.zeros((size, MEANING), np.float32), np.zeros((size, len(grammemes) + 1), np.float32)
        self.form, self.lemma, self.share = np.zeros(size, np.int32), np.zeros((size, 3), np.int32), np.zeros((size, 3), np.float32)
        for form, index in self.numbers.items():
            self.form[index] = forms.get(form, 0)
            self.grammemes[index, -1] = 1
            for place, (lemma, tags) in enumerate(read[form]):
                share = 1 / len(read[form])
                self.meaning[index] += meaning(lemma) * share
                self.lemma[index, place], self.share[index, place] = lemmas.get(lemma, 0), share
                for tag in tags:
                    if tag in grammemes:
                        self.grammemes[index, grammemes[tag]] += share
        for name in ("meaning", "grammemes", "form", "lemma", "share"):
            setattr(self, name, jnp.array(getattr(self, name)))


def starts(count):
    """Where the pieces of a turn of so many words begin."""
    return range(0, max(1, count - PIECE + STRIDE), STRIDE)


def pieces(turns, words):
    """Numbers of forms, signs, labels and weights of every piece of every turn, and where it stands."""
    rows = []
    for turn in turns:
        count, signs = len(turn.words), turn.signs()
        labels, weights = np.zeros(count, np.int32), np.full(count, turn.weight, np.float32)
        for found, value in [(turn.labels, None), (turn.doubtful, 0)]:
            for category, start, end in found:
                for index, word in enumerate(turn.words):
                    if word[1] < end and start < word[2]:
                        if value is None:
                            labels[index] = CATEGORIES.index(category) + 1
                        weights[index] = 1 if value is None else value
        for start in starts(count):
            end = min(count, start + PIECE)
            fill = lambda a, shape=(): np.concatenate([a[start:end], np.zeros((PIECE - end + start, *shape), a.dtype)])
            forms = np.array([words.numbers.get(word[0], 0) for word in turn.words], np.int32)
            rows.append((fill(forms), fill(signs, (SIGN_COUNT,)), fill(labels), fill(weights), (turn, start, end)))
    return [np.array(column) for column in list(zip(*rows))[:4]], [row[4] for row in rows]


def beginning(key, grammemes, forms, lemmas):
    keys = iter(jax.random.split(key, 20))
    dense = lambda *shape, scale=1.0: jax.random.normal(next(keys), shape) * (1.2 / np.sqrt(np.prod(shape[:-1]))) * scale
    return dict(
        meaning=dense(MEANING, WIDTH), form=jax.random.normal(next(keys), (forms, WIDTH)) * 0.05,
        lemma=jax.random.normal(next(keys), (lemmas, WIDTH)) * 0.05, grammemes=dense(grammemes, WIDTH, scale=0.7),
        signs=dense(SIGN_COUNT, WIDTH, scale=0.7), layers=[dense(3, WIDTH, WIDTH, scale=0.7) for _ in DISTANCES],
        biases=[jnp.zeros(WIDTH) for _ in DISTANCES], own=dense(WIDTH, OUTPUTS), turn=dense(WIDTH, OUTPUTS, scale=0.5),
        bias=jnp.zeros(OUTPUTS))


def gate_beginning(key):
    return dict(
        weights=jax.random.normal(key, (5, WIDTH, 8)) * 0.1, bias=jnp.zeros(8),
        output=0.3 * jnp.array([1.0, 1, 1, 1, 1, 1, -1, -1]), shift=jnp.zeros(()) - 3)


def around(h, weights, distance):
    size = weights.shape[0]
    padded = jnp.pad(h, ((0, 0), (size // 2 * distance,) * 2, (0, 0)))
    taps = [padded[:, k * distance:k * distance + h.shape[1]] for k in range(size)]
    return jnp.concatenate(taps, -1) @ weights.reshape(-1, weights.shape[2])


def vectors(p, words, x, signs, key=None):
    form = p["form"][words.form[x]] * (words.form[x] > 0)[..., None]
    known = p["lemma"] * (jnp.arange(p["lemma"].shape[0]) > 0)[:, None]
    lemma = (known[words.lemma[x]] * words.share[x][..., None]).sum(-2)
    meaning, grammemes = words.meaning[x], words.grammemes[x]
    if key is not None:
        # Words are forgotten, whole or in part, so that one alone decides nothing; so is punctuation.
        keys = jax.random.split(key, 6)
        some = lambda k, share, shape=x.shape + (1,): jax.random.bernoulli(keys[k], share, shape)
        whole = some(0, 0.9)
        form, lemma = form * some(1, 0.6) * whole, lemma * some(2, 0.6) * whole
        meaning = meaning * whole * some(3, 0.9, meaning.shape) / 0.9
        grammemes, signs = grammemes * some(4, 0.95), signs * some(5, 0.65, (x.shape[0], 1, 1))
    sum_ = meaning @ p["meaning"] + grammemes @ p["grammemes"] + form + lemma + signs @ p["signs"]
    return sum_ * (x > 0)[..., None]


def outputs(p, words, x, signs, key=None):
    keys = iter(jax.random.split(key, 6)) if key is not None else None
    def drop(a, share):
        return a if keys is None else a * jax.random.bernoulli(next(keys), 1 - share, a.shape) / (1 - share)
    mask = (x > 0)[..., None]
    h = vectors(p, words, x, signs, next(keys) if keys else None)
    for weights, bias, distance in zip(p["layers"], p["biases"], DISTANCES):
        h = (h + jax.nn.relu(around(drop(h, 0.2), weights, distance) + bias)) * mask
    highest = jnp.where(mask, h, -9).max(1, keepdims=True)
    return drop(h, 0.3) @ p["own"] + drop(highest, 0.3) @ p["turn"] + p["bias"]


def gate_score(g, h, mask):
    return jnp.where(mask, jax.nn.relu(around(h, g["weights"], 1) + g["bias"]) @ g["output"] + g["shift"], -20).max(1)


def fitted(start, loss, count, batch, rounds, rate):
    """Adam over random batches with a falling rate; the mean of the last hundred steps is kept."""
    steps = count // batch
    plan = optax.warmup_cosine_decay_schedule(0, rate, steps, steps * rounds)
    optimizer = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(plan, weight_decay=0.02))

    @jax.jit
    def turn(p, state, mean, key):
        def step(carry, rows):
            p, state, mean, key = carry
            key, own = jax.random.split(key)
            value, slope = jax.value_and_grad(loss)(p, rows, own)
            change, state = optimizer.update(slope, state, p)
            p = optax.apply_updates(p, change)
            return (p, state, jax.tree.map(lambda a, b: 0.99 * a + 0.01 * b, mean, p), key), value
        order = jax.random.permutation(key, count)[:steps * batch].reshape(steps, batch)
        (p, state, mean, _), values = jax.lax.scan(step, (p, state, mean, key), order)
        return p, state, mean, values.mean()

    p, state, mean = start, optimizer.init(start), start
    for number in range(rounds):
        p, state, mean, value = turn(p, state, mean, jax.random.PRNGKey(number))
        mean = p if number == 2 else mean
        print(f"round {number + 1} of {rounds}: {float(value):.4f}", flush=True)
    return mean


def trained(words, data):
    x, signs, labels, weights = [jnp.array(column) for column in data]
    def loss(p, rows, key):
        logs = jax.nn.log_softmax(outputs(p, words, x[rows], signs[rows], key))
        misses = -jnp.take_along_axis(logs, labels[rows][..., None], -1)[..., 0]
        weight = weights[rows] * (x[rows] > 0)
        return (misses * weight).sum() / weight.sum()
    start = beginning(jax.random.PRNGKey(0), words.grammemes.shape[1], int(words.form.max()) + 1, int(words.lemma.max()) + 1)
    return fitted(start, loss, len(x), 96, 16, 4e-3)


def trained_gate(p, words, data, chances=None, least=0.5):
    """
    The quick look that lets pass what the network would take for an offence, or what has any other of some chances.
    """
    x, signs = [jnp.array(column) for column in data[:2]]
    heard = np.array([CATEGORIES.index(category) + 1 for category in HEARD])
    chances = chances or (lambda outputs: jax.nn.softmax(outputs)[..., heard])
    look = jax.jit(lambda x, s: (vectors(p, words, x, s), chances(outputs(p, words, x, s))))
    h, found = zip(*[look(x[i:i + 256], signs[i:i + 256]) for i in range(0, len(x), 256)])
    h, mask = jnp.concatenate(h), x > 0
    wanted = (jnp.where(mask[..., None], jnp.concatenate(found), 0).max((1, 2)) > least).astype(jnp.float32)
    def loss(g, rows, key):
        kept = h[rows] * jax.random.bernoulli(key, 0.85, h[rows].shape) / 0.85
        score, want = gate_score(g, kept, mask[rows]), wanted[rows]
        return -(3 * want * jax.nn.log_sigmoid(score) + (1 - want) * jax.nn.log_sigmoid(-score)).mean()
    return fitted(gate_beginning(jax.random.PRNGKey(3)), loss, len(x), 192, 33, 4e-3)
