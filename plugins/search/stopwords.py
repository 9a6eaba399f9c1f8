"""Words too common to search by; a query of nothing else still finds them.

The list is published in the manifest, so the reader in the browser uses the same one.
"""

ENGLISH = """
a about after all also an and any are as at be been before being both but by can could did
do does doing down during each for from had has have having he her here hers him his how i
if in into is it its itself just me more most my no nor not of off on once only or other our
out over own same she should so some such than that the their them then there these they
this those through to too under until up us very was we were what when where which while who
whom why will with would you your
"""
RUSSIAN = """
без был была было были быть в во вот все всё вы да для до его ее её если есть еще ещё же за
и из или им их к как ко когда кто ли мне мы на над не него нее нет ни но о об он она они оно
от по под при про с со так также то того только тот ты у уже что чтобы эта эти это этот я
"""
HINDI = """
और का की के को में से है हैं था थी थे यह वह ये वे पर ने भी कि जो तो ही एक इस उस हो कर लिए
"""
STOP_WORDS = tuple(sorted({*ENGLISH.split(), *RUSSIAN.replace("ё", "е").split(), *HINDI.split()}))
STOP = frozenset(STOP_WORDS)
