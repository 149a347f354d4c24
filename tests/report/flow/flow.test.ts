/** One file, for what it costs to load the product is paid once. */
import './asking.suite.ts'
import './standing.suite.ts'
import './bulletin.suite.ts'
import './lead.suite.ts'
