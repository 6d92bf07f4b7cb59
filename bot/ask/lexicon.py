"""The words that questions on awards are made of, by what they tell.

Every word is a filler, which may be passed over; or a cue, which the kind of question that answers
must account for; or unknown. That is how the bot notices what it has not understood, and says so
rather than guess.
"""


def words(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())


def glossary(text: str) -> dict[str, str]:
    """Return a text such as "bst best; whos who is" as a mapping: each first word to the rest."""
    return dict(entry.strip().split(" ", maxsplit=1) for entry in text.split(";"))


ABBREVIATIONS = glossary(
    "lst last; mny many; tym time; rly really; plz please; wht what; whch which; hv have; da the; "
    "dat that; bcoz because; bst best; bets best; pic picture; pics pictures; noms nominations; "
    "nom nomination; nommed nominated; yr year; yrs years; whos who is; whats what is; wheres "
    "where is; whens when is; hows how is; whod who did; thats that is; em them; whatd what did; "
    "oscr oscar; osca oscar; flm film; movi movie; sfx special effects; vfx visual effects; ppl "
    "people; w with; b4 before; acad academy; supp supporting; cinematog cinematography; doc "
    "documentary; docs documentaries; intl international; scrnplay screenplay; hw how; wich which; "
    "wat what; wut what; hoo who; whoo who; wen when; wn won; wone won; oscard oscar; ocsars "
    "oscars; ocsar oscar; oscas oscars; nomd nominated; nombd nominated; whove who have; whowon "
    "who won; 2x twice; 3x three times; dp cinematographer; mcd hosted"
)

# --- what is asked for --------------------------------------------------------------------------

FILM_NOUN = words(
    "film films movie movies picture pictures title titles flick flicks feature features "
    "blockbuster"
)
PERSON_NOUN = words(
    "person people individual individuals man men woman women filmmaker filmmakers star stars "
    "performer performers artist artists guy guys lady ladies winner winners nominee nominees "
    "somebody someone anyone anybody nobody everyone everybody celebrity name names"
)
GENDER = words("man men woman women male female lady ladies guy guys girl girls boy boys")
CATEGORY_NOUN = words(
    "category categories award awards oscar oscars prize prizes honor honour honors honours "
    "statuette statuettes"
)
COUNTRY_NOUN = words("country countries nation nations nationality")
SONG_NOUN = words("song songs tune tunes track")
ROLE_NOUN = words(
    "role roles character characters part performance portrayal performances portraying turn"
)
STUDIO_NOUN = words("studio studios company companies distributor")
WHERE = words("where venue place location theatre theater hall city")
WHEN = words("when date dates day")

# --- what happened ------------------------------------------------------------------------------

WIN = words(
    "win wins won winning winner winners winnner take takes took taken taking bag bags bagged "
    "bagging nab nabs nabbed snag snags snagged clinch clinched land landed earn earns earned "
    "earning receive receives received receiving get gets got gotten getting scoop scoops scooped "
    "awarded collect collects collected capture captured claim claimed claims grab grabbed sweep "
    "swept recipient recipients victor victors victory victories victorious triumph triumphed gain "
    "gained garner garnered secure secured honored honoured accepted accept pick picked picks "
    "winningest champion champ achieve achieved obtained obtain honoree honorees honouree "
    "honourees bestowed walk walked walks prevail prevailed conquered bring brought cleaned scored "
    "racked rack haul took given named wins handed leave leaves crowned voted"
)
WON = words(
    "win wins won winning winner winners winnner awarded victory victories victor nabbed bagged "
    "scooped clinched snagged earned received collected triumphed swept sweep recipient recipients"
)
"""The words that can mean nothing but a win; "take" and "get" can."""

OWN = words("has have had own owns owned possess holds hold held holding having")
NOMINATE = words(
    "nominate nominated nominates nominating nomination nominations nominee nominees nod nods "
    "contender contenders contended shortlisted shortlist nominess nominies compete competed "
    "lineup slate field competing contention vying vied nominatons considered"
)
LOSE = words("lose loses losing lost loss losses loser losers")
BEAT = words(
    "beat beats beaten beating defeat defeated defeats edged bested over upset trounced outdid "
    "against instead ahead pip pips pipped pipping outdid topped nosed vanquished"
)
HOST = words("host hosts hosted hosting emcee emceed emcees mc presided cohost cohosted cohosts")
PRESENT = words(
    "present presents presented presenter presenters presenting announce announced announcing "
    "announcer introduce introduced"
)
PERFORM = words(
    "perform performs performed performers performer performing performance performances sang sing "
    "sings sung singing dance danced danced dancing singer singers medley tribute tributes memoriam"
)
DIRECT = words("directed directs helmed helm helms director directors")
WRITE = words(
    "wrote written writes write penned scripted authored screenwriters writers lyricist lyricists "
    "writer script scripts"
)
COMPOSE = words("composed composes compose composer scored scoring music")
SHOOT = words("shot filmed lensed photographed cinematographer")
EDITED = words("edited editor cut")
PRODUCE = words("produced produces producer producers producing")
PLAY = words(
    "play plays played playing portray portrays portrayed portraying portrayal embody embodies "
    "embodied embodying"
)
STAR = words(
    "star stars starred starring cast acted acts costarred featured features stared staring actors"
)
SUBMIT = words("submit submitted submission entry entries represent represented representing")
REFUSE = words(
    "refuse refused refuses refusing decline declined declines reject rejected rejects turned"
)
TIE = words("tie ties tied shared share tying dead heat draw joint jointly")
SPEAK = words(
    "speech speeches said say says thanked spoke speak dedicated joked shouted tease teased "
    "reminded"
)

# --- how much and which ---------------------------------------------------------------------------

MOST = words("most record highest largest biggest maximum greatest winningest")
LEAST = words("least fewest lowest smallest minimum")
FIRST = words("first earliest inaugural initial original maiden 1st")
LAST = words("last latest final newest recent")
ORDINALS = {
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "fifth": 5,
    "5th": 5,
}
ONLY = words("only sole lone single")
NEVER = words(
    "never without winless zero no not none nothing empty handed didnt wasnt hasnt havent isnt "
    "werent doesnt dont"
)
BOTH = words("both")
EACH = words("each every all")
ELSE = words("else another other others besides alongside fellow rival rivals except")
MORE = words("more greater above exceed than better fewer less over under")
ASPECT = words("already after before until")
CONSECUTIVE = words(
    "consecutive consecutively trot row straight successive successively back running"
)
_COUNTED = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
NUMBERS = {word: number for number, word in enumerate(_COUNTED.split())} | {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "once": 1,
    "twice": 2,
    "thrice": 3,
    "couple": 2,
    "multiple": 2,
    "double": 2,
    "triple": 3,
}
FIGURE = "#"  # the cue that any number in figures is
COUNTS = frozenset(NUMBERS) | {FIGURE}
SAME = words("same separate different equal equals equaled equalled match matched matches")
COMPARE = words("vs versus compare compared comparison")
NEGATION = words("but without except despite though although while")

# --- the rest of the vocabulary -------------------------------------------------------------------

AWARD = words(
    "oscar oscars academy award awards ceremony ceremonies prize prizes trophy trophies statue "
    "statues statuette statuettes night show telecast gala acadamy event edition broadcast "
    "gong gongs category categories honors accolade accolades ampas annual dinner banquet"
)
FILLER = words(
    "a an the and or nor is are was were be been being am do does did done doing can could will "
    "would shall may might must i you he she it we they me him her us them my your his its our "
    "their this that these those there here of in on at by for with about into from to up out off "
    "as then so if how many much number count total often why yes any some either just also too "
    "very really whether amount tally live stage actually even still yet again ever always which "
    "what who whom whose because per via go went gone goes come came comes make made makes making "
    "let lets put called call calls tell give gives giving list lists find s st nd rd th t d ll "
    "re ve m o well ok okay oh hey hi hello please pls plz thanks thank thx tysm ty mate bro bruh "
    "dude buddy bestie sis fam folks lol lmao haha omg wtf tbh imo btw fyi idk hmm um uh er yo "
    "sup know knows knew want wanna need like think guess wonder wondering remember recall forget "
    "forgot forgotten curious question quick quiz trivia answer asking ask asked thing things "
    "stuff kind sort type bit lot lots bunch exactly precisely finally famously eventually home "
    "away together correct right true fact facts claim sure certain possible possibly maybe "
    "perhaps probably definitely famous popular great huge little good bad real whole entire "
    "complete full fully overall main major various particular specific cheers wait sorry mean "
    "meant ie eg etc aka namely titled entitled known become becoming became history historical "
    "something anything exist exists existed end ended ends finish finished grateful thankful "
    "appreciate appreciated preparing pub birthday party kindly story results result records "
    "information info detail details summary recap listing stats statistics help look looking "
    "search checking check run through happened happen happens hand handing shown aired gave "
    "shows acceptance behalf whatsoever belt service carried carry comedian one opened opening "
    "spoken take big gonna statement sentence blank fill following below ones acting currently "
    "begin began officially official plus including include included includes counting counted "
    "across along around within among amongst toward towards way ways kinda sorta literally "
    "basically apparently supposedly allegedly believe heard hear hears saw see seen watching "
    "though tho cuz coz since side members member team group crew pair duo trio set sets series "
    "trilogy franchise version based ultimately later earlier afterwards beforehand previously "
    "thus hence therefore however anyway career careers lifetime far till until today times time "
    "occasion occasions totals totally altogether combined year years ago decade decades century "
    "centuries during season seasons month era date ceremony january february march april june "
    "july august september october november december next prior past previous now nowadays days "
    "film films movie movies picture pictures title titles flick flicks feature features person "
    "people individual individuals winner winners somebody someone anyone anybody everyone "
    "everybody name names oscar oscars academy award awards ceremonies prize prizes trophy "
    "trophies statue statues statuette statuettes night show telecast gala event edition category "
    "categories honors accolade accolades annual best outstanding oscar's won't actor actress "
    "role roles part character honoring honouring honor honour work works released release place "
    "held named took once has have had own owns owned possess holds hold having competitive "
    "amazing incredible iconic legendary beloved classic hit blockbuster epic masterpiece awesome "
    "brilliant lovely dear wise thingy unhappy unlucky dubious unfortunate poor weird odd strange "
    "case reverse inclusive table leads pack reach reached figures digits excluding gentleman "
    "gentlemen songwriter songwriters lyricist lyricists musician cameraman cameramen between "
    "race evening going thingamajig whatsit asap rn atm 4 u r ur n y according order "
    "chronological chronologically alphabetical bot incl doubly co costar cinematographers "
    "editors composers competition meme several numerous regular proper myth rumour rumor joking "
    "kidding"
)
DESCRIPTION = words(
    "horror comedy drama dramatic musical musicals animated animation war western sci fi scifi "
    "science fiction silent black white color colour indie independent thriller romance romantic "
    "disney pixar marvel dc superhero fantasy biographical biography biopic netflix british "
    "american english french italian german japanese korean indian spanish mexican polish russian "
    "swedish danish norwegian iranian brazilian irish scottish welsh australian canadian chinese "
    "austrian argentine argentinian chilean hungarian latvian czech greek israeli dutch belgian "
    "bollywood hollywood foreign language holocaust sports boxing courtroom space crime gangster "
    "mafia short shorts live action documentary cartoon young child kid teenage teen kids "
    "singer pop kpop rock rapper rap theme ending closing soundtrack bond remake sequel original "
    "adaptation debut old older new newer"
)
FILM_FACT = words("budget runtime cost costs")
KIN = words("father mother son daughter brother sister husband wife uncle nephew aunt niece")
# Signs that something is asked which no record here tells; see `refusals.py` for what is said.
BLOCKERS = words(
    "age aged tall height old oldest youngest born birthday birthplace birth die died death dead "
    "alive living married marry wife husband spouse girlfriend boyfriend dating divorce divorced "
    "affair kids children net worth salary paid pay rich richest money gross grossed grossing box "
    "office revenue earnings rating ratings rated imdb rotten tomatoes metacritic critics review "
    "reviews plot synopsis ending explained meaning stream streaming netflix watch buy rent "
    "download torrent dvd ticket tickets weather recipe cook dress dressed wore wear wearing gown "
    "outfit suit fashion carpet gay lesbian queer trans transgender lgbt bisexual openly black "
    "african asian latino latina hispanic jewish native indigenous muslim race ethnicity religion "
    "politics political slap slapped smacked scandal controversy predict prediction predictions "
    "odds favorite favourite favorites favourites deserve deserved deserving should underrated "
    "overrated opinion opinions robbed snub snubbed snubs posthumous posthumously deaf phone email "
    "address lives live house car eat food translate calculate lyrics poem joke president books "
    "book novel novels capital population"
)
NARROWING = (
    DESCRIPTION | SAME | ASPECT | SPEAK | BLOCKERS | KIN | words("but though although while both")
)
"""Cues that may only describe a subject that is named anyway: "... as a divorce lawyer"."""

DOMAIN = words(
    "oscar oscars academy award awards best picture pictures film films movie movies actor actress "
    "actors actresses director directors supporting leading lead original adapted screenplay song "
    "score music cinematography cinematographer editing editor sound mixing visual effects special "
    "costume design makeup hairstyling production animated feature foreign language international "
    "documentary short winner winners won wins win nominee nominees nominated nomination "
    "nominations host hosted hosts hosting ceremony ceremonies honorary award awarded category "
    "categories year years first last latest recent how many who which what when where directed "
    "played starred performance achievement animation screenwriter writer producer studio country "
    "presented presenter performed current history record winning losing lost beat ever never most "
    "least times consecutive"
)
_JOINABLE = words("the for in of at an by to and is was did with from as on")
JOINABLE = DOMAIN | _JOINABLE
"""The words that may be run together: "bestpicture", "forbest", "wonthe"."""

CUES: frozenset[str] = (
    frozenset().union(
        WIN,
        NOMINATE,
        LOSE,
        BEAT,
        HOST,
        PRESENT,
        PERFORM,
        DIRECT,
        WRITE,
        COMPOSE,
        SHOOT,
        EDITED,
        PRODUCE,
        PLAY,
        STAR,
        SUBMIT,
        REFUSE,
        TIE,
        SPEAK,
        MOST,
        LEAST,
        FIRST,
        LAST,
        ORDINALS,
        ONLY,
        NEVER,
        BOTH,
        ELSE,
        MORE,
        CONSECUTIVE,
        COUNTS,
        SAME,
        COMPARE,
        NEGATION,
        ASPECT,
        GENDER,
        COUNTRY_NOUN,
        SONG_NOUN,
        STUDIO_NOUN,
        WHERE,
        WHEN,
        DESCRIPTION | FILM_FACT,
        BLOCKERS,
    )
    - FILLER
)
"""The words that change what is asked, so that no answer may pass them over."""

KNOWN: frozenset[str] = frozenset().union(
    CUES,
    FILLER,
    AWARD,
    DOMAIN,
    WIN,
    PERSON_NOUN,
    FILM_NOUN,
    CATEGORY_NOUN,
    ROLE_NOUN,
    EACH,
    OWN,
    ABBREVIATIONS,
    KIN,
    words("part ii iii iv vol volume chapter episode blue channel network tv television start"),
)

BIG_FIVE = (
    r"big (?:five|5)|(?:all )?(?:five|5)(?: of the| of)? (?:major|main|top|biggest)|"
    r"(?:top|major|main) (?:five|5)\b"
)
"""How people call picture, director, actor, actress and screenplay together."""
