"""What the grouping knows of English."""

from app.explore.contraries import ENGLISH_AXES
from app.explore.stemming import english_stem
from app.explore.vocabulary import Vocabulary, persons_of, phrases_of, synonyms_of, words_of

ENGLISH = Vocabulary(
    stem=english_stem,
    phrases=phrases_of("""
        not only =
        not just =
        not merely =
        not to mention = and
        no matter = whatever
        no doubt =
        no longer = not
        no one = nobody
        there is nothing wrong with = okay
        do not forget to = remember
        do not forget = remember
        never forget = remember
        do not hesitate to =
        never hesitate to =
        feel free to =
        do not be afraid to =
        get up = wake
        gets up = wake
        getting up = wake
        wake up = wake
        waking up = wake
        go to bed = sleep
        goes to bed = sleep
        going to bed = sleep
        go to sleep = sleep
        going to sleep = sleep
        set aside = save
        setting aside = save
        put aside = save
        look after = care
        looking after = care
        take care of = care
        taking care of = care
        write down = write
        writing down = write
        keep track of = track
        keeping track of = track
        cut down on = reduce
        cut back on = reduce
        cutting down on = reduce
        cutting back on = reduce
        reach out to = contact
        reaching out to = contact
        get in touch with = contact
        make sure = ensure
        give up = quit
        giving up = quit
        instead of = instead
        rather than = instead
        as well as = and
        at least = atleast
        at most = atmost
        a lot of = many
        lots of = many
        a lot = much
        a few = several
        a little = somewhat
        a couple of = several
        each other = eachother
        one another = eachother
        at a time = singly
        one thing at a time = singly
    """),
    function_words=words_of("""
        a an the and or but nor so of to in on at for by with from into onto as than then if when whenever while that
        this these those there here it its itself is are was were be been being am do does did doing done have has
        had having can could may might will would shall should must ought need needs i me my mine myself we us our
        ours ourselves you your yours yourself yourselves he him his himself she her hers herself they them their
        theirs themselves who whom whose which what how why where such very really quite rather just also too even
        simply perhaps maybe possibly often usually sometimes generally about up down out off over through
        throughout during within along around again still already yet once anyway however therefore instead thus
        someone somebody anyone one ones something anything everything thing things
        try trying tries consider considering help helps helping helpful make makes making get gets getting let lets
        use using used ensure remember might want good idea important way ways like able go goes going
        in order because whether both any some own other others until before after without
        not no never nobody nothing none neither cannot only
    """),
    synonyms=synonyms_of(
        english_stem,
        """
        begin start commence
        talk speak chat discuss converse
        tell inform notify
        every each
        sleep bedtime asleep
        wake awaken
        child kid
        phone mobile cellphone smartphone telephone
        therapist counselor counsellor psychotherapist
        boss manager supervisor
        reduce limit lessen
        choose pick select
        partner spouse
        mother mom mum
        father dad
        doctor physician
        normal natural
        okay ok alright fine
        feel emotion
        anxious anxiety anxieties
        grief grieving mourning mourn bereavement
        regular consistent steady
        schedule routine
        large big huge
        quick fast rapid
        purchase buy
        improve boost enhance
        calm soothe
        write note record
        money cash
        job employment
        nervous anxious
        worry concern
        mistake error
        angry anger
        happy happiness glad
        sad sadness sorrow
        practice practise
        pause break
        goal aim target
        maintain keep
        essential crucial vital
        challenging difficult hard tough
        quickly rapidly
        gradual slow
        ask request
        different various
        """,
    ),
    negations=words_of("""
        not no never nobody nothing none neither without cannot hardly barely scarcely avoid avoids avoiding stop
        stops stopping quit quitting refrain refraining refuse refusing skip skipping lack lacking fail fails failing
        unlikely impossible
    """),
    exclusives=words_of("only solely exclusively nobody"),
    axes=ENGLISH_AXES,
    persons=persons_of(
        "i me my mine myself",
        "you your yours yourself yourselves",
        "he him his himself she her hers herself they them their theirs themselves",
    ),
    pivots=words_of("before after than instead until cause causes causing lead leads leading"),
    breaks=words_of("is are was were will can may might could makes helps"),
    numbers={
        word: str(value)
        for value, word in enumerate(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen twenty".split()
        )
        if word != "one"
    }
    | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "ninety": "90", "hundred": "100"}
    | {"thousand": "1000", "half": "1/2", "third": "1/3", "quarter": "1/4", "twice": "2", "dozen": "12"},
    ones=words_of("a an one each every per"),
    units={
        "second": ("second", 1), "minut": ("minute", 1), "hour": ("minute", 60), "dai": ("day", 1),
        "week": ("day", 7), "month": ("month", 1), "year": ("month", 12), "decad": ("month", 120),
        "percent": ("percent", 1), "night": ("night", 1), "morning": ("morning", 1),
        "evening": ("evening", 1), "time": ("time", 1),
        "dollar": ("dollar", 1), "euro": ("euro", 1), "pound": ("pound", 1),
    },
    with_one={"daily": "dai", "weekly": "week", "monthly": "month", "yearly": "year", "nightly": "night"},
)  # fmt: skip
