"""Lists of our own: names that people often have, places that many know, and words that are neither.

They are short on purpose. A name is found by where it stands; a list only helps where a capital says nothing.
"""


def words(text: str) -> frozenset[str]:
    """Return the words of a text, each once."""
    return frozenset(text.split())


GIVEN = words(
    "Aaron Adam Adrian Agnes Ahmed Aisha Alan Albert Alejandro Alex Alexander Alexandra Alfred Ali Alice Alicia "
    "Alina Alison Amanda Amelia Amina Amy Ana Anastasia Andrea Andreas Andrew Angela Anita Ann Anna Anne Annette "
    "Annika Anton Antonio Arthur Astrid Barbara Beate Beatrice Ben Benjamin Bernd Bernhard Bernard Beth Bianca "
    "Birgit Bob Boris Brandon Brenda Brian Bridget Brigitte Bruno Camilla Carla Carlos Carmen Carol Caroline "
    "Catherine Cathy Cecilia Charles Charlotte Chloe Chris Christa Christian Christiane Christina Christine "
    "Christoph Christopher Claire Clara Claudia Claus Colin Connor Cornelia Craig Cynthia Daniel Daniela Danielle "
    "Darren Dave David Deborah Denise Dennis Derek Diana Diane Dieter Dirk Dominik Donald Doris Dorothy Dylan "
    "Edith Eduardo Edward Edwin Eileen Elena Eleanor Elias Elisabeth Elizabeth Ella Ellen Emil Emily Emma Eric "
    "Erik Erika Ernst Esther Eugene Eva Evelyn Fabian Fatima Felix Ferdinand Fernando Fiona Florian Frances "
    "Francesca Francis Franz Frieda Friedrich Gabriel Gabriele Gareth Gary Gemma Geoffrey George Georg Gerald "
    "Gerd Gerhard Gertrud Gisela Giovanni Gordon Graham Greg Gregory Greta Gudrun Gunther Gustav Hanna Hannah "
    "Hannes Hans Harald Harold Harry Hassan Heather Heidi Heike Heinrich Heinz Helen Helena Helga Helmut Henrik "
    "Henry Herbert Hermann Holger Horst Howard Hugh Hugo Ian Ibrahim Ines Inga Inge Ingrid Irene Irina Iris Irma "
    "Isabel Isabella Ivan Jack Jacob Jakob James Jamie Jan Jana Jane Janet Janina Jason Javier Jennifer Jens "
    "Jenny Jeremy Jessica Jim Joachim Joan Joanna Joanne Joe Joel Johann Johanna Johannes John Jonas Jonathan "
    "Jordan Jorge Jose Joseph Josef Joshua Juan Juliana Judith Judy Julia Julian Juliane Julie Jurgen Jürgen "
    "Justin Jutta Karen Karin Karl Karla Karsten Katarina Kate Katharina Katherine Kathleen Kathryn Kathy Katie "
    "Katja Katrin Keith Kelly Kenneth Kerstin Kevin Khaled Kirsten Kirsty Klara Klaus Konrad Konstantin Kristin "
    "Kurt Kyle Lars Larry Laura Lauren Laurence Lea Leah Lena Leo Leon Leonard Leonie Leslie Liam Lilly Linda "
    "Lisa Lorenz Lorraine Louis Louisa Louise Luca Lucas Lucia Lucy Ludwig Luis Luisa Lukas Luke Lydia Lynn "
    "Maggie Manfred Manuel Manuela Marcel Marco Marcus Margaret Margarete Maria Marianne Marie Marina Mario "
    "Marion Marlene Marta Martha Martin Martina Mary Mateo Mathias Matthew Matthias Maureen Maurice Max "
    "Maximilian Maya Megan Mehmet Melanie Melissa Mia Michael Michaela Michelle Miguel Mike Milena Miriam "
    "Mohammed Mohamed Molly Monika Monica Moritz Mustafa Nadia Nadine Nancy Naomi Natalia Natalie Natasha Nathan "
    "Neil Nicholas Nick Nicola Nicole Niklas Nina Noah Nora Norbert Norman Olga Oliver Olivia Omar Oscar Oskar "
    "Otto Owen Pablo Pamela Patricia Patrick Paul Paula Pauline Pedro Peggy Peter Petra Philip Philipp Phillip "
    "Phyllis Pia Rachel Rahel Rainer Ralf Ralph Ramona Raphael Raymond Rebecca Regina Renate Richard Rita Robert "
    "Roberta Roberto Robin Roger Roland Rolf Roman Ronald Rosa Rosemary Rosie Roy Rudolf Rupert Russell Ruth Ryan "
    "Sabine Sabrina Sally Sam Samantha Samir Samuel Sandra Sara Sarah Sascha Scott Sean Sebastian Sergio Sharon "
    "Sheila Shirley Silke Silvia Simon Simone Sofia Sonja Sophia Sophie Stefan Stefanie Steffen Stella Stephan "
    "Stephanie Stephen Steve Steven Stuart Susan Susanne Suzanne Svenja Sven Sybille Sylvia Tamara Tanja Tanya "
    "Tatjana Teresa Thea Theo Theresa Thomas Thorsten Tim Timothy Tina Tobias Todd Tom Tommy Tony Torsten Tracy "
    "Trevor Udo Ulrich Ulrike Ursula Ute Uwe Valentin Valeria Valerie Vanessa Vera Verena Veronica Veronika Vicky "
    "Victor Victoria Viktor Vincent Virginia Vivian Volker Walter Waltraud Wendy Werner Wilhelm William Wolfgang "
    "Xavier Yasmin Yusuf Yvonne Zachary Zara Zoe"
)
"""Given names that are hardly ever anything else; those that are words as well, such as Mark or Rose, are not here."""

ALSO_WORDS = words(
    "will mark rose may art bill hope grace joy faith june april august dawn daisy lily ivy holly hazel iris "
    "violet amber ruby pearl frank grant rich dean drew guy jack jean jay ray rob sue pat nick don gene wade "
    "chase miles lane summer autumn eve sunny sandy young king wise long short white black brown green gray grey "
    "stone wood hill field bush ford park rivers banks price bell cook baker miller carter fisher hunter mason "
    "page reed day moon star still ernst wolf vogel klein gross lang kurz stark roth braun schwarz weiß berg "
    "stein bach busch fuchs winter sommer herbst engel liebe freund richter koch bauer müller schneider fischer "
    "weber wagner becker schmidt max angel love best good little heart west north east south day nun man"
)
"""Names that are words of every day, too: they are looked for only with a capital."""

COUNTRIES = words(
    "Afghanistan Albania Algeria Argentina Armenia Australia Austria Bangladesh Belgium Bolivia Bosnia Brazil "
    "Bulgaria Cambodia Cameroon Canada Chile China Colombia Croatia Cuba Cyprus Denmark Ecuador Egypt England "
    "Estonia Ethiopia Finland France Germany Ghana Greece Guatemala Hungary Iceland India Indonesia Iran Iraq "
    "Ireland Israel Italy Jamaica Japan Kenya Kosovo Kuwait Latvia Lebanon Libya Lithuania Luxembourg Malaysia "
    "Malta Mexico Moldova Morocco Mozambique Nepal Netherlands Nicaragua Nigeria Norway Pakistan Panama Paraguay "
    "Peru Philippines Poland Portugal Romania Russia Scotland Senegal Serbia Singapore Slovakia Slovenia Somalia "
    "Spain Sudan Sweden Switzerland Syria Taiwan Tanzania Thailand Tunisia Turkey Uganda Ukraine Uruguay "
    "Venezuela Vietnam Wales Yemen Zambia Zimbabwe USA Österreich Deutschland Schweiz Italien Frankreich Spanien "
    "Polen Türkei Russland Ungarn Tschechien Griechenland Kroatien Serbien Rumänien Bulgarien Syrien Irak "
    "Schweden Norwegen Dänemark Belgien Niederlande"
)
CITIES = words(
    "Aachen Aberdeen Adelaide Amsterdam Ankara Antwerp Athens Atlanta Auckland Augsburg Baltimore Bangkok "
    "Barcelona Basel Beijing Beirut Belfast Berlin Bern Bielefeld Birmingham Bochum Bologna Bonn Bordeaux Boston "
    "Bradford Bremen Brighton Brisbane Bristol Brussels Budapest Cairo Calgary Cambridge Cardiff Chicago Cologne "
    "Copenhagen Coventry Dallas Denver Detroit Dortmund Dresden Dublin Duisburg Düsseldorf Edinburgh Erfurt Essex "
    "Florence Frankfurt Freiburg Gdansk Geneva Genoa Glasgow Graz Göttingen Hamburg Hannover Hanover Heidelberg "
    "Helsinki Houston Innsbruck Istanbul Jena Kassel Kent Kiel Kiev Köln Krakow Kyiv Lagos Lausanne Leeds "
    "Leicester Leipzig Linz Lisbon Liverpool London Lyon Madrid Mainz Manchester Mannheim Marseille Melbourne "
    "Miami Milan Minneapolis Montreal Moscow Mumbai Munich München Münster Nairobi Naples Nashville Newcastle "
    "Norwich Nottingham Nuremberg Nürnberg Oslo Ottawa Oxford Paris Perth Philadelphia Phoenix Pittsburgh "
    "Plymouth Porto Portland Potsdam Prague Rome Rostock Rotterdam Salzburg Seattle Seoul Seville Shanghai "
    "Sheffield Southampton Stockholm Stuttgart Surrey Sussex Swansea Sydney Tokyo Toronto Trieste Turin Valencia "
    "Vancouver Venice Vienna Warsaw Wien Wuppertal Würzburg Zagreb Zurich Zürich California Texas Florida Ohio "
    "Oregon Michigan Illinois Pennsylvania Massachusetts Minnesota Wisconsin Colorado Arizona Bavaria Bayern "
    "Hessen Sachsen Thüringen Tirol Steiermark Yorkshire Cornwall Devon Brooklyn Queensland"
)

NEITHER = words(
    "I I'm I've I'll I'd OK Okay TV Mum Mom Mummy Mommy Dad Daddy Mam Papa Mama Grandma Grandpa Granny Grandad "
    "Nan Gran Mother Father God Lord Jesus Christ Bible Christmas Easter Ramadan Eid Hanukkah Thanksgiving "
    "Halloween Valentine Lent Advent Xmas Internet Web Zoom Skype Teams Google Facebook Instagram WhatsApp Tinder "
    "TikTok Twitter YouTube Netflix Amazon Spotify Uber Ikea Apple iPhone iPad Windows Excel Word Outlook Prozac "
    "Zoloft Xanax Ritalin Valium Sertraline Covid COVID Corona Earth Monday Tuesday Wednesday Thursday Friday "
    "Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays January February March April "
    "May June July August September October November December English French German Spanish Italian Polish "
    "Russian Turkish Arabic Chinese Japanese Korean Portuguese Dutch Greek Hindi Urdu Hebrew Latin Swedish Danish "
    "Norwegian Finnish Irish Scottish Welsh British American African Asian European Indian Pakistani Mexican "
    "Canadian Australian Austrian Swiss Christian Catholic Protestant Muslim Jewish Buddhist Hindu Jew Church "
    "Mass Sir Madam Ma'am Doctor Doc Nurse Professor Miss Mister CBT Bond Oedipus Buddha Santa Coke Monopoly Lego "
    "Bitcoin"
)
"""Written with a capital, and nobody's name."""

STARTERS = words(
    "a about actually huh mh mhm hmm mmm eh nah dunno gonna gotta kinda cause cos after again ah all almost "
    "already alright also although always am an and another any anybody anyone anything anyway are aren't as at "
    "bad basically because been before being but by can can't clearly come could couldn't definitely did didn't "
    "different do does doesn't doing don't during each either em er even ever every everybody everyone everything "
    "exactly except excuse feel feeling fine first for from funny getting give given go god going good got great "
    "had hadn't half hard hardly has hasn't have haven't having he he'd he'll he's hello her here here's hers hey "
    "hi him his hm hmm honestly how how's however i i'd i'll i'm i've if in indeed instead is isn't it it'd it'll "
    "it's its just keep last lately later least less let let's like listen little look lots mad maybe me mean "
    "meanwhile mhm mm more most mostly much my myself never next nice no nobody none nope nor normally not "
    "nothing now obviously of oh ok okay on once one only or other otherwise our out over part people perhaps "
    "plus please possibly probably quite rather really right sad same saying see seems several she she'd she'll "
    "she's shouldn't sick since so some somebody somehow someone something sometimes soon sorry still stop stupid "
    "such suddenly sure take tell thank thanks that that'd that'll that's the their them then there there's these "
    "they they'd they'll they're they've thing things this those though thought three through time tired to today "
    "together tomorrow tonight too true try trying twice two uh uhm um under unless until up us usually very wait "
    "want was wasn't we we'd we'll we're we've weird well were weren't what what's whatever when when's whenever "
    "where where's wherever whether which while who who's whoever whole whose why will with within without wonder "
    "wonderful work would wouldn't wow yeah yep yes yesterday yet you you'd you'll you're you've your yours"
)
"""Words that sentences begin with; none of them is taken for a name because of its capital."""
