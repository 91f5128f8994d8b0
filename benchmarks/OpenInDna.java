import dna.Dna;
import dna.HeadlessDna;
import dna.export.DataFrame;
import dna.export.Matrix;
import java.util.Arrays;

/**
 * Whether Discourse Network Analyzer 3 itself opens an exported database, and what it makes of it.
 *
 *     javac -cp dna-3.1.2.jar benchmarks/OpenInDna.java -d /tmp/opened
 *     java -Djava.awt.headless=true -cp dna-3.1.2.jar:/tmp/opened OpenInDna DISPUTE.dna
 *
 * In: a database of "detente export DISPUTE --format dna". Out, by DNA's own classes: which coders may open it, how many
 * documents and statements it reads, the values of each variable, and the networks, which must be those of
 * "detente export DISPUTE --format edges --network congruence" and "... conflict". It adds a statement and takes it away (its values stay): run it on a copy.
 */
public final class OpenInDna {
  private static final String TYPE = "DNA Statement";
  private static final String[] NONE = {};

  public static void main(String[] arguments) {
    HeadlessDna dna = new Dna(new String[] {"headless"}).headlessDna;
    System.out.println("another password: " + opened(dna, 2, "another", arguments[0]));
    System.out.println("Admin: " + opened(dna, 1, "detente", arguments[0]));
    System.out.println("Detente: " + opened(dna, 2, "detente", arguments[0]));
    DataFrame documents = dna.getDocuments(new int[0]);
    DataFrame statements = dna.getStatements(TYPE, new int[0]);
    System.out.println(documents.nrow() + " documents, " + statements.nrow() + " statements");
    for (String variable : new String[] {"person", "organization", "concept", "stance"}) {
      System.out.println(variable + ": " + dna.getAttributes(TYPE, variable).nrow() + " values");
    }
    network(dna, "congruence");
    network(dna, "conflict");
    String[] variables = {"person", "organization", "concept", "agreement", "stance"};
    int added = dna.addStatement(1, 0, 10, 1, 2, variables, new Object[] {"A", "B", "C", 1, "asserts"});
    System.out.println("added by hand: statement " + added);
    dna.deleteStatements(new int[] {added});
    dna.closeDatabase();
  }

  private static boolean opened(HeadlessDna dna, int coder, String password, String file) {
    return dna.openDatabase(coder, password, "sqlite", file, "", -1, "", "");
  }

  private static void network(HeadlessDna dna, String aggregation) {
    dna.rNetwork(
        "onemode", TYPE, "organization", false, "concept", false, "agreement", false, aggregation, "no", false,
        "include", "01.01.1900", "31.12.2099", "00:00:00", "23:59:59", "no", 1, "no", NONE, NONE, NONE, NONE, NONE,
        NONE, false, false, false, false, false, null, null);
    Matrix matrix = dna.getExporter().getMatrixResults().get(0);
    System.out.println(aggregation + " " + Arrays.toString(matrix.getRowNames()));
    System.out.println(Arrays.deepToString(matrix.getMatrix()));
  }
}
