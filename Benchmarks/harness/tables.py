"""Markdown tables of what was measured."""
import math
import statistics


def table(header, rows):
    numeric = [all(row[i][:1].isdigit() or row[i][:1] in "–<" for row in rows) and i > 0
               for i in range(len(header))]
    lines = [header, ["---:" if number else "---" for number in numeric], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def seconds(value):
    """Three digits, in a unit that a reader can compare down a column: always milliseconds."""
    milliseconds = value * 1000
    digits = max(0, 2 - math.floor(math.log10(milliseconds))) if milliseconds > 0 else 0
    return f"{milliseconds:,.{digits}f}"


def ratio(value):
    return f"{value:.2f} ×" if value < 10 else f"{value:,.0f} ×"


def median(answers, clock):
    return statistics.median(answer[clock] for answer in answers if clock in answer)


def paired_ratio(peer, project, clock):
    """The median over the rounds of how many times longer the peer took in the same round."""
    pairs = zip(peer, project)
    return statistics.median(a[clock] / b[clock] for a, b in pairs if clock in a and clock in b)


def exponent(sizes, times):
    """The slope of the best line through the logarithms: time grows as size to this power."""
    x, y = [math.log(size) for size in sizes], [math.log(time) for time in times]
    return statistics.linear_regression(x, y).slope
